"""What is told? One file for each answer."""
