"""What can be done from menus and by keys, one file a subject; `ui/menus.py` lists them."""
