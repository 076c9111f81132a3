"""The figure checker behind the signature that a scorer of labelled figures asks for."""

from summarizer.figures import verdicts

__all__ = ["check"]


def check(source: str, response: str) -> list[tuple[int, int, str]]:
    """(start, end, verdict) for each figure of `response`, offsets half-open into it, judged against `source`."""
    return [(start, end, verdict) for start, end, verdict in verdicts(response, [source])]
