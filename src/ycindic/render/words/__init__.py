"""In which words? Sentences, labels, numbers, and what of a text may reach a screen."""
