"""Row ids: the shape of UUIDv7, growing order, and no doubles."""

import time
from concurrent.futures import ThreadPoolExecutor
from uuid import RFC_4122, UUID

from ministrack.domain.ids import new_id


def test_shape_is_uuid_version_7() -> None:
    for text in (new_id() for _ in range(500)):
        parsed = UUID(text)
        assert str(parsed) == text
        assert parsed.version == 7
        assert parsed.variant == RFC_4122


def test_time_is_in_the_first_48_bits() -> None:
    before = time.time_ns() // 1_000_000
    stamp = UUID(new_id()).int >> 80
    # Ids made in one busy millisecond may run a little ahead of the clock.
    assert before - 1 <= stamp <= before + 1000


def test_ids_only_grow() -> None:
    ids = [new_id() for _ in range(20_000)]
    assert ids == sorted(set(ids))
    assert len(ids) == 20_000


def test_threads_never_share_one() -> None:
    with ThreadPoolExecutor(8) as pool:
        made = [
            each for batch in pool.map(lambda _: [new_id() for _ in range(2000)], range(8)) for each in batch
        ]
    assert len(set(made)) == 16_000
