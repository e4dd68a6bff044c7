"""What the words mean and what follows from them: pure arithmetic over dated facts."""
