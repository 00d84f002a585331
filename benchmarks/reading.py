"""How much of reports is found, and how quickly: recall and precision by field, time of a page and of 100 KB.

    dev.py bench reading [--each] [--untimed] [FOLDER ...]

A FOLDER holds `key.json`, what a person found in each text, and `texts/`. Without one: the texts beside the
checkout (`../shared/reading`), where they are there, and our own (`benchmarks/reading/README.md`). `--each`
prints a line for each text, `--untimed` measures no time. A proposal that is not sure counts as found, never
as invented.
"""

import json
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ministrack.domain.names import fold
from ministrack.reading.answer import as_data
from ministrack.reading.intake.files import report_of_file
from ministrack.reading.intake.pasted import report_of_text
from ministrack.reading.reader import read_report

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "benchmarks" / "reading"
FOLDERS = (
    ROOT.parent / "shared" / "reading",
    *(OWN / name for name in ("open", "held_out", "held_out_languages")),
)
ROUNDS = 5
PAGE = 3_000  # characters
LONG = 100_000
PAGE_GOAL, LONG_GOAL = 0.050, 1.0  # seconds

COURTESY = frozenset(
    ("mr", "mrs", "ms", "dr", "prof", "professor", "sir", "h", "e", "he", "hon", "the", "sc", "jr")
)
SMALL = frozenset(("the", "of", "on", "a", "an", "and", "for", "in"))
ALIKE = 0.6  # of the words of the shorter title

Data = Mapping[str, Any]


@dataclass
class Tally:
    """Counts by field: what was found of what a text says, and what it does not say and was called sure."""

    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    invented: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, found: int, wanted: int, invented: int = 0) -> None:
        """Counts one field of one text."""
        self.found[name] += found
        self.wanted[name] += wanted
        self.invented[name] += invented

    def take(self, other: "Tally") -> None:
        """Adds the counts of another text."""
        self.found.update(other.found)
        self.wanted.update(other.wanted)
        self.invented.update(other.invented)

    def line(self) -> str:
        """The counts of one text."""
        return "  ".join(
            f"{name} {self.found[name]}/{wanted}"
            + (f" +{self.invented[name]}" if self.invented[name] else "")
            for name, wanted in self.wanted.items()
            if wanted or self.invented[name]
        )

    def table(self) -> Iterable[str]:
        """Recall and precision of each field."""
        yield f"{'':10}{'found':>7}{'wanted':>8}{'invented':>10}{'recall':>8}{'precision':>11}"
        for name, wanted in self.wanted.items():
            found, invented = self.found[name], self.invented[name]
            recall = found / wanted if wanted else 1.0
            precision = found / (found + invented) if found + invented else 1.0
            yield f"{name:10}{found:>7}{wanted:>8}{invented:>10}{recall:>8.2f}{precision:>11.2f}"


def main() -> int:
    """Prints what was found in each folder, then the times. The exit code is 1 where a text is missing."""
    each = "--each" in sys.argv
    named = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    failed, texts = 0, list[str]()
    for folder in named or FOLDERS:
        if not (folder / "key.json").is_file():
            print(f"{folder}: no key.json, left out")
            continue
        failed += score(folder, texts, each=each)
    if "--untimed" not in sys.argv:
        measure(texts)
    return min(failed, 1)


def score(folder: Path, texts: list[str], *, each: bool) -> int:
    """Prints how much of the texts of a folder is found; how many could not be read."""
    keys = json.loads((folder / "key.json").read_text(encoding="utf-8"))
    total, failed, before = Tally(), 0, len(texts)
    for name, key in keys.items():
        path = next(iter(sorted((folder / "texts").glob(f"{name}*"))), None)
        if name.startswith("_") or path is None:
            failed += not name.startswith("_")
            continue
        report = report_of_file(path)
        tally = of_text(key, as_data(report, read_report(report))["proposals"], report.given)
        texts.append(report.given)
        total.take(tally)
        if each:
            print(f"{name}: {tally.line()}")
    print(f"\n{folder}: {len(texts) - before} texts" + (f", {failed} missing" if failed else ""))
    print("\n".join(total.table()))
    return failed


def of_text(key: Data, answer: object, text: str) -> Tally:
    """One text beside its key."""
    proposals: list[Data] = list(answer) if isinstance(answer, list) else []
    tally = Tally()
    _people(tally, key, [each for each in proposals if each["kind"] == "delegation"])
    _documents(tally, key, [each for each in proposals if each["kind"] == "document"])
    _meetings(tally, key, [each for each in proposals if each["kind"] == "meeting"])
    quoted = sum(
        bool(each["quote"]) and text[each["start"] : each["end"]] == each["quote"] for each in proposals
    )
    tally.add("quote", quoted, len(proposals))
    return tally


def _people(tally: Tally, key: Data, found: Sequence[Data]) -> None:
    wanted = [each for each in key.get("delegations") or () if each.get("name")]
    pairs, others = _paired(wanted, found, lambda want, have: same_name(want["name"], _field(have, "person")))
    invented = sum(bool(_field(each, "person")) and each.get("sure", True) for each in others)
    tally.add("person", len(pairs), len(wanted), invented)
    same = sum(fold(want["country"]) == fold(_field(have, "party")) for want, have in pairs)
    tally.add("party", same, len(pairs))
    tally.add("level", sum(want["rank"] == _field(have, "level") for want, have in pairs), len(pairs))


def _documents(tally: Tally, key: Data, found: Sequence[Data]) -> None:
    wanted = key.get("documents") or ()
    pairs, others = _paired(
        wanted, found, lambda want, have: same_title(want["title"], _field(have, "title"))
    )
    tally.add("document", len(pairs), len(wanted), sum(each.get("sure", True) for each in others))


def _meetings(tally: Tally, key: Data, found: Sequence[Data]) -> None:
    """The fields of the meeting that fits best; any other one may be the next meeting."""
    names = {"number": "number", "date": "date", "city": "place", "country": "country"}
    meeting = key.get("meeting") or {}
    best = max(
        found, default=None, key=lambda each: sum(_is_right(meeting, each, *pair) for pair in names.items())
    )
    for name, place in names.items():
        right = best is not None and _is_right(meeting, best, name, place)
        is_unsaid = place in meeting and meeting[place] is None
        invented = is_unsaid and best is not None and best.get("sure", True) and _field(best, name) != ""
        tally.add(name, int(right), int(bool(meeting.get(place))), int(invented))
    coming = key.get("next_meeting") or {}
    said = {name: coming[name] for name in ("date", "country") if coming.get(name)}
    if said:
        others = [each for each in found if each is not best]
        right = any(all(_field(each, name) == value for name, value in said.items()) for each in others)
        tally.add("next", int(right), 1)


def _is_right(meeting: Data, proposal: Data, name: str, place: str) -> bool:
    want, have = str(meeting.get(place) or ""), _field(proposal, name)
    if name == "city":
        return bool(set(fold(want).split()) & set(fold(have).split()))
    return bool(want) and want == have


def _field(proposal: Data, name: str) -> str:
    value = proposal["fields"].get(name)
    return "" if value is None else str(value)


def _paired(
    wanted: Iterable[Data], found: Iterable[Data], same: Callable[[Data, Data], bool]
) -> tuple[list[tuple[Data, Data]], list[Data]]:
    """Each of what is wanted with one of what was found; and what is left over of that."""
    left, pairs = list(found), []
    for want in wanted:
        have = next((each for each in left if same(want, each)), None)
        if have is not None:
            left = [each for each in left if each is not have]
            pairs.append((want, have))
    return pairs, left


def same_name(one: str, other: str) -> bool:
    """Whether the words of one name are all in the other one; courtesy does not count."""
    mine, theirs = (set(fold(name).split()) - COURTESY for name in (one, other))
    within = bool(mine and theirs) and (mine <= theirs or theirs <= mine)
    return within and len(mine & theirs) >= min(2, len(mine), len(theirs))


def same_title(one: str, other: str) -> bool:
    """Whether two titles have most words of the shorter one in common."""
    mine, theirs = (set(fold(title).split()) - SMALL for title in (one, other))
    return bool(mine and theirs) and len(mine & theirs) / min(len(mine), len(theirs)) >= ALIKE


def measure(texts: Sequence[str]) -> None:
    """Prints how long a page and a long text take once all words are loaded."""
    if not texts:
        return
    whole = re.sub(r"\n{3,}", "\n\n", "\n\n".join(texts))
    pages = [whole[start : start + PAGE] for start in range(0, min(len(whole), 20 * PAGE), PAGE)]
    long = (whole * (LONG // len(whole) + 1))[:LONG]
    print(f"\nthe first page, words loaded with it {timed(pages[0]) * 1000:>8.0f} ms")
    times = [timed(page) for _ in range(ROUNDS) for page in pages]
    middle, worst = statistics.median(times), max(times)
    print(
        f"a page of {PAGE:,} characters {middle * 1000:>18.1f} ms  "
        f"(at most {worst * 1000:.1f}; goal {PAGE_GOAL * 1000:.0f})"
    )
    middle = statistics.median(timed(long) for _ in range(ROUNDS))
    print(f"{LONG:,} characters {middle:>23.2f} s  (goal {LONG_GOAL:.0f})")


def timed(text: str) -> float:
    """Seconds of the processor from text to proposals: what else runs on the machine does not count."""
    start = time.process_time()
    read_report(report_of_text(text))
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
