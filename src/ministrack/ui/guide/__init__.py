"""The guide in the program: the pages of docs/guide in a window of their own."""
