"""Times of recordings as files and people write them: hours, minutes, seconds."""

from __future__ import annotations


def exact(seconds: float, mark: str = ".") -> str:
    """Give `01:02:03.500`, as WebVTT writes it; SRT's mark is a comma. Rounded to the millisecond."""
    total = max(0, round(seconds * 1000))
    hours, rest = divmod(total, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02d}:{minutes:02d}:{rest // 1000:02d}{mark}{rest % 1000:03d}"


def spoken(seconds: float) -> str:
    """Give `2:03` or `1:02:03`, as people read it. Cut to the second: a link must not land past its target."""
    total = max(0, int(seconds + 0.0005))
    hours, minutes, left = total // 3600, total // 60 % 60, total % 60
    return f"{hours}:{minutes:02d}:{left:02d}" if hours else f"{minutes}:{left:02d}"


def whole(seconds: float) -> str:
    """Give `01:02:03`, cut to the second."""
    total = max(0, int(seconds + 0.0005))
    return f"{total // 3600:02d}:{total // 60 % 60:02d}:{total % 60:02d}"
