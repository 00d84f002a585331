"""What assistive tools are told about the timeline, and tooltips that cannot be taken for rich text."""

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget

from ministrack.domain.dates import show_long
from ministrack.domain.language import interface_language, tr
from ministrack.ui.views.timeline.items import Item, Said


def say(widget: QWidget, item: Item | None) -> None:
    """Make the current item the description of the widget, and tell assistive tools that it changed."""
    describe(widget, tr("Nothing is selected.") if item is None else f"{in_words(item)}. {item.tooltip}")


def in_words(item: Item) -> str:
    """Kind, name, date in words and status: "Meeting: Second meeting, 20 November 2025, Held"."""
    said = item.said
    if said is None:
        return item.label
    words = date_in_words(said)
    return tr(
        "{kind}: {name}, {date}, {status}", kind=said.kind, name=said.name, date=words, status=said.status
    )


def date_in_words(said: Said) -> str:
    """ "20 November 2025", "no date"."""
    return show_long(said.date, interface_language()) if said.date else tr("no date")


def describe(widget: QWidget, text: str) -> None:
    """Make a text the description of a widget, and tell assistive tools that it changed."""
    if text == widget.accessibleDescription():
        return
    widget.setAccessibleDescription(text)
    if not widget.isVisible():
        return  # it is read with the rest of the widget, when that is shown
    # delayed: start-up time
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))


def plain_tip(item: Item, hint: str = "") -> str:
    """The tooltip of an item, and what can be done with it; what Qt would take for rich text is escaped."""
    text = "\n".join(line for line in (item.label, item.tooltip, hint) if line)
    if Qt.mightBeRichText(text):
        # delayed: start-up time
        from html import escape

        return "<qt>" + escape(text).replace("\n", "<br>") + "</qt>"
    return text
