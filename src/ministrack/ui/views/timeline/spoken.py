"""What assistive tools are told about the timeline, and tooltips that cannot be taken for rich text."""

from PySide6.QtWidgets import QWidget

from ministrack.domain.dates import explain, show, show_long
from ministrack.domain.language import interface_language, tr
from ministrack.ui.models.tips import plain_tip
from ministrack.ui.views.timeline.items import Item, Said


def say(widget: QWidget, item: Item | None) -> None:
    """Make the current item the description of the widget, and tell assistive tools that it changed."""
    describe(widget, tr("Nothing is selected.") if item is None else f"{in_words(item)}. {meaning_of(item)}")


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


def meaning_of(item: Item) -> str:
    """The exact meaning of the date; made when it is asked for, as few items ever are."""
    if item.tooltip or item.said is None:
        return item.tooltip
    date = item.said.date
    return explain(date, interface_language()) if date else tr("No date is set.")


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


def tip_of(item: Item, hint: str = "") -> str:
    """The tooltip of an item, and what can be done with it; what Qt would take for rich text is escaped."""
    said, meaning = item.said, meaning_of(item)
    if said is not None and said.date and not item.tooltip:
        meaning = tr("{date}: {meaning}", date=show(said.date, interface_language()), meaning=meaning)
    lines = (item.label, said.name if said is not None else "", meaning, hint)
    return plain_tip("\n".join(line for line in lines if line))
