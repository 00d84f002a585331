"""Forms: one record edited in place, each laid out by hand, with editors that commit when they are left."""
