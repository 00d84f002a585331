"""The timeline: what happened, what is planned and what is owed, on one axis of days.

`items` says what can be shown, `content` sorts it once, `layout` turns it into a picture for a scale and a
size without Qt, `painting` draws the picture, `view` is the widget. It knows no store: data is handed in.
"""
