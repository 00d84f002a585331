"""A field whose words narrow the list beside it."""

from PySide6.QtWidgets import QLineEdit, QWidget


def narrowing_field(name: str, spoken: str, placeholder: str, parent: QWidget) -> QLineEdit:
    """The field, with a way to empty it."""
    field = QLineEdit(parent)
    field.setObjectName(name)
    field.setAccessibleName(spoken)
    field.setPlaceholderText(placeholder)
    field.setProperty("kind", "search")
    field.setClearButtonEnabled(True)
    return field
