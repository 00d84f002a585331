"""What goes out: the view as shown, the selected rows or everything, in a format, into a file."""
