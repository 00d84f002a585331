"""What painting needs beside the picture."""

from ministrack.domain.values import dataclass
from ministrack.ui.views.timeline.colours import Inks
from ministrack.ui.views.timeline.fonts import Fonts
from ministrack.ui.views.timeline.items import Lane
from ministrack.ui.views.timeline.pills import Pills
from ministrack.ui.views.timeline.shapes import Ghost


@dataclass(frozen=True, slots=True)
class Look:
    """What painting needs beside the picture. `hover` is a lane whose name the pointer is on."""

    inks: Inks
    fonts: Fonts
    pills: Pills
    empty_text: str = ""
    hover: Lane | None = None
    hovered: int = -1  # the item that the pointer is on: what hangs together with it stands out
    has_focus: bool = False
    on_paper: bool = False  # where nothing can be folded, and nothing is clipped
    ghost: Ghost | None = None  # a meeting that is being moved
