"""The keys that belong to no menu: what they do in a table, on the timeline, in a field and so on."""

from ministrack.domain.language import N_
from ministrack.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Where the keys work, and for each of them what it does; texts are marked with N_."""

    title: str
    keys: tuple[tuple[str, str], ...]


INSIDE = (
    KeyGroup(
        N_("In a table"),
        (
            (N_("Edit the record in its details"), "Enter"),
            (N_("Edit the cell; typing does so too"), "F2"),
            (N_("While a cell is edited: store it and go on below, or to the next cell"), "Enter, Tab"),
            (N_("Select several rows"), "Shift+Up, Shift+Down"),
            (N_("Select all rows"), "Ctrl+A"),
            (N_("Copy the rows for a spreadsheet"), "Ctrl+C"),
            (N_("Delete the selected records"), "Del"),
            (N_("First or last row"), "Ctrl+Home, Ctrl+End"),
        ),
    ),
    KeyGroup(
        N_("In the attendance matrix"),
        (
            (N_("Next meeting or party"), "Left, Right, Up, Down"),
            (N_("Open the delegation, or add one where none is recorded"), "Enter"),
            (N_("Copy what the cell says"), "Ctrl+C"),
            (N_("Delete the delegation"), "Del"),
        ),
    ),
    KeyGroup(
        N_("In the calendar"),
        (
            (N_("Another day or week; in the year, another month"), "Left, Right, Up, Down"),
            (N_("First or last day of the month"), "Home, End"),
            (N_("Month before or after; in the year, year before or after"), "PgUp, PgDown"),
            (N_("Today"), "T"),
            (N_("Open the meeting, or all that is on the day; add one where there is none"), "Enter"),
            (N_("New meeting on the day"), "N"),
            (N_("Next meeting or task of the day"), "Space"),
            (N_("Pick up a meeting, also from the list beside the days"), "M"),
            (N_("Put it on the day"), "Enter"),
            (N_("Leave it where it was"), "Esc"),
        ),
    ),
    KeyGroup(N_("In what is unknown"), ((N_("Say when to look again"), "Alt+L"),)),
    KeyGroup(
        N_("On the board of tasks"),
        (
            (N_("Next card or column"), "Left, Right, Up, Down"),
            (N_("Move the card to the column before or after"), "Ctrl+Alt+Left, Ctrl+Alt+Right"),
            (N_("Edit the task"), "Enter"),
            (N_("Delete the task"), "Del"),
        ),
    ),
    KeyGroup(
        N_("On the timeline"),
        (
            (N_("Earlier or later item"), "Left, Right"),
            (N_("Nearest item in the lane above or below"), "Up, Down"),
            (N_("First or last item"), "Home, End"),
            (N_("Zoom in or out"), "+, -"),
            (N_("Show all"), "0"),
            (N_("Open the item"), "Enter"),
            (N_("Move a planned meeting: arrows, then Enter, or Escape"), "M"),
            (N_("Fold the lane of the item, or unfold it"), "F"),
            (N_("Series further up or down"), "PgUp, PgDown"),
        ),
    ),
    KeyGroup(
        N_("In the preview of an import"),
        (
            (N_("Tick the selected rows, or untick them"), "Space"),
            (N_("Copy the rows for a spreadsheet"), "Ctrl+C"),
            (N_("Import what is ticked"), "Ctrl+Enter"),
            (N_("Stop, or leave without importing"), "Esc"),
        ),
    ),
    KeyGroup(
        N_("While a report is read"),
        (
            (N_("Another proposal; its place in the text is shown"), "Up, Down"),
            (N_("The next place in the text that speaks of it, or the one before"), "F3, Shift+F3"),
            (N_("Tick the selected proposals, or untick them"), "Space"),
            (N_("Edit the proposal; back to the rows"), "Enter, Esc"),
            (N_("Reject the selected proposals, or put rejected ones back"), "Del"),
            (N_("In the text: go to the proposal of this place"), "Enter"),
            (N_("Read what was pasted; add what is ticked"), "Ctrl+Enter"),
            (N_("Stop, or leave without adding"), "Esc"),
        ),
    ),
    KeyGroup(
        N_("In a field"),
        (
            (N_("Store what is typed"), "Enter"),
            (N_("Take back what is typed"), "Esc"),
            (N_("Show or compare what sources say about it, or add a source"), "Alt+Enter"),
            (N_("Open the list of a choice"), "Down"),
        ),
    ),
    KeyGroup(
        N_("In the filter bar"),
        (
            (N_("Choose what to filter by"), "Enter"),
            (N_("Tick or clear a choice of the list"), "Space"),
            (N_("Clear a condition"), "Del"),
        ),
    ),
    KeyGroup(
        N_("In the search"),
        (
            (N_("Next or previous result"), "Down, Up"),
            (N_("Open the result"), "Enter"),
            (N_("Filter the window by the words"), "Ctrl+Enter"),
            (N_("Find a command by its name"), ">"),
        ),
    ),
    KeyGroup(
        N_("In the navigation"),
        (
            (N_("Another view"), "Up, Down"),
            (N_("Filter by a series, or switch a saved filter"), "Enter"),
            (N_("Rename a saved filter"), "F2"),
            (N_("Delete a saved filter"), "Del"),
        ),
    ),
    KeyGroup(
        N_("Anywhere"),
        (
            (N_("Next or previous control"), "Tab, Shift+Tab"),
            (N_("Back to the table"), "Esc"),
            (N_("Menu of what is selected"), "Shift+F10"),
        ),
    ),
)
