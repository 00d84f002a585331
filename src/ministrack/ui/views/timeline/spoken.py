"""What assistive tools are told about the timeline, and tooltips that cannot be taken for rich text."""

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget

from ministrack.domain.language import tr
from ministrack.ui.views.timeline.items import Item


def say(widget: QWidget, item: Item | None) -> None:
    """Make the current item the description of the widget, and tell assistive tools that it changed."""
    text = tr("Nothing is selected.") if item is None else f"{item.spoken or item.label}. {item.tooltip}"
    if text == widget.accessibleDescription():
        return
    widget.setAccessibleDescription(text)
    if not widget.isVisible():
        return  # it is read with the rest of the widget, when that is shown
    # delayed: start-up time
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))


def plain_tip(item: Item) -> str:
    """The tooltip of an item. Text that Qt would take for rich text is escaped first."""
    text = f"{item.label}\n{item.tooltip}" if item.tooltip else item.label
    if Qt.mightBeRichText(text):
        # delayed: start-up time
        from html import escape

        return "<qt>" + escape(text).replace("\n", "<br>") + "</qt>"
    return text
