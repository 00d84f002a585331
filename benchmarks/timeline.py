"""How long a frame of the timeline takes, at every zoom and for more and more items; and an edit.

Run: python3 dev.py bench timeline. Prints median and 99th percentile in milliseconds beside the limit: 1,000
rectangles drawn from Python in the same run. Nothing is asserted.
"""

import os
import random
import statistics
import sys
import time
from dataclasses import replace
from datetime import date

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ministrack.ui.style.theme import LIGHT, ThemeSource
from ministrack.ui.views.timeline.items import Item, Lane
from ministrack.ui.views.timeline.view import Timeline

ROUNDS = 9
WIDTH, HEIGHT = 1440, 190
TODAY = date(2026, 11, 23).toordinal()
CITIES = ("Astana", "Baku", "Ankara", "Bişkek", "Taşkent", "Türkistan", "Şuşa", "Budapeşte", "Kazan", "Bursa")


def made_items(count: int) -> list[Item]:
    """Meetings in 60 series, a tenth as many documents, and twice as many tasks as documents."""
    rng = random.Random(7)
    start, end = date(1992, 1, 1).toordinal(), date(2030, 12, 31).toordinal()
    items = []
    for n in range(count):
        first = rng.randint(start, end)
        last = first if n % 10 else first + 364
        city = CITIES[n % len(CITIES)]
        tone = "held" if first < TODAY else "planned"
        label = f"{n}th · {city} · {date.fromordinal(first).year}"
        group = f"series {rng.randint(1, 60)}"
        ref = ("meeting", str(n))
        items.append(Item(ref, Lane.MEETINGS, group, label, city, first, last, n % 10 != 0, tone, label))
    for n in range(count // 10):
        day = rng.randint(start, end)
        ref = ("document", str(n))
        items.append(Item(ref, Lane.DOCUMENTS, "", f"Declaration {n}", f"{n}", day, day, True, "signed", ""))
    for n in range(count // 5):
        day = rng.randint(start, end)
        due = day + rng.randint(30, 900) if n % 2 else None
        ref = ("task", str(n))
        items.append(
            Item(ref, Lane.TASKS, "", f"Task {n} of all", f"{n}", due, due, n % 2 == 1, "open", "", day)
        )
    return items


def frame_time(timeline: Timeline, image: QImage) -> float:
    """Milliseconds for layout and painting after a pan of a few pixels."""
    begin = time.perf_counter()
    timeline.pan(-7)
    timeline.render(image)
    return (time.perf_counter() - begin) * 1000


def limit(image: QImage) -> float:
    """Milliseconds for 1,000 rectangles from Python."""
    begin = time.perf_counter()
    painter = QPainter(image)
    colour = QColor(LIGHT.accent_soft)
    for n in range(1000):
        painter.fillRect(QRectF(n % 1400, n % 180, 12, 8), colour)
    painter.end()
    return (time.perf_counter() - begin) * 1000


def edit_time(timeline: Timeline, image: QImage, item: Item, by: int) -> float:
    """Milliseconds until a meeting that got another date is drawn there."""
    begin = time.perf_counter()
    day = (item.first or TODAY) + by
    timeline.change_items([item.key], [replace(item, first=day, last=day)])
    timeline.render(image)
    return (time.perf_counter() - begin) * 1000


def shown(times: list[float]) -> str:
    """Median and 99th percentile."""
    ordered = sorted(times)
    worst = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return f"p50 {statistics.median(ordered):6.2f}  p99 {worst:6.2f}"


def main() -> None:
    """Measure and print."""
    app = QApplication(sys.argv)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    limits = [limit(image) for _ in range(ROUNDS * 5)][5:]
    print(f"1,000 rectangles      {shown(limits)} ms")
    for count in (10_000, 100_000, 1_000_000)[: int(os.environ.get("TIMELINE_SIZES", "2"))]:
        timeline = Timeline(ThemeSource(LIGHT))
        timeline.resize(WIDTH, HEIGHT)
        timeline.show()
        timeline.set_today(TODAY)
        items = made_items(count)
        begin = time.perf_counter()
        timeline.set_items(items)
        timeline.render(image)
        print(f"{count:>9,} set and first frame {(time.perf_counter() - begin) * 1000:8.1f} ms")
        every: list[float] = []
        for step in range(11):
            timeline.fit()
            timeline.set_zoom_fraction(step / 10)
            times = [frame_time(timeline, image) for _ in range(ROUNDS * 4 + 1)][1:]
            every.extend(times)
            print(f"{count:>9,} zoom {step / 10:.1f}  {shown(times)} ms  {timeline.picture().drawn:4} shapes")
        print(f"{count:>9,} all       {shown(every)} ms")
        timeline.fit()
        edits = [edit_time(timeline, image, item, n) for n, item in enumerate(items[: ROUNDS * 20])][1:]
        print(f"{count:>9,} an edit   {shown(edits)} ms")
        timeline.close()
    app.quit()


if __name__ == "__main__":
    main()
