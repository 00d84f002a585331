"""The elements of HTML by what they mean for the text of a page."""

from collections.abc import Mapping

from ministrack.reading.report import BlockKind

KINDS: Mapping[str, tuple[BlockKind, int]] = {
    "li": (BlockKind.ITEM, 1), "tr": (BlockKind.ROW, 0), "figcaption": (BlockKind.CAPTION, 0),
    "caption": (BlockKind.CAPTION, 0), "dt": (BlockKind.ITEM, 1), "dd": (BlockKind.ITEM, 2),
    **{f"h{depth}": (BlockKind.HEADING, depth) for depth in range(1, 7)},
}  # fmt: skip
"""Which kind of block is in an element, and how deep."""

CELLS = frozenset(("td", "th"))
BLOCKS = frozenset(KINDS) | frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "details", "dialog", "div", "dl",
    "fieldset", "figure", "footer", "form", "head", "header", "hgroup", "hr", "html", "main", "nav",
    "ol", "optgroup", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "tfoot",
    "thead", "title", "ul",
))  # fmt: skip
"""Elements before and behind which a block ends."""

INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "button", "cite", "code", "data", "del",
    "dfn", "em", "embed", "font", "i", "iframe", "img", "input", "ins", "kbd", "label", "link", "map",
    "area", "mark", "meta", "object", "param", "picture", "q", "ruby", "rp", "rt", "s", "samp", "small",
    "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "video", "audio",
    "track", "wbr", "col", "colgroup", "base", "noscript", "canvas", "svg", "path", "g", "menu",
    "template",
))  # fmt: skip
"""Elements within a block, and those that show nothing."""

EMPTY = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "path",
))  # fmt: skip
"""Elements that hold nothing."""

HIDDEN = frozenset(("script", "style", "template", "svg", "noscript", "iframe", "object", "head", "title"))
AROUND = frozenset(("nav", "footer", "aside", "form", "button", "select", "dialog", "menu"))
"""Elements that hold no text, and those of a page that hold no part of a report."""

WITH_PARAGRAPHS = frozenset(("div", "section", "article", "body", "html", "table", "tbody", "ul", "ol"))
"""Elements in which text in Markdown may stand as well: their lines are looked at as lines."""

KNOWN = BLOCKS | CELLS | INLINE | HIDDEN | AROUND
