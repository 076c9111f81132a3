"""Small builders for extractions, so that a test states only what it is about."""

from collections.abc import Sequence

from schemas import Article, Claim, Event, Extraction, Figure, Party
from summarizer import reading

__all__ = ["article", "claim", "event", "extraction", "figure", "party"]


def article(*paragraphs: str) -> Article:
    """An article of some paragraphs."""
    return reading.article("\n".join(paragraphs), name="001")


def party(id: str = "p1", name: str = "the army", also: Sequence[str] = (), part_of: str | None = None) -> Party:
    return Party(id=id, name=name, also=tuple(also), type="other", part_of=part_of)


def event(
    id: str = "e1",
    title: str = "Attack",
    date: str | None = None,
    places: Sequence[str] = (),
    by: Sequence[str] = (),
    sentences: Sequence[int] = (1,),
) -> Event:
    return Event(
        id=id,
        type="battle",
        title=title,
        date=date,
        places=tuple(places),
        by=tuple(by),
        outcome="not_stated",
        status="asserted",
        salience="main",
        sentences=tuple(sentences),
    )


def figure(
    text: str, counted: str, id: str = "f1", sentence: int = 1, claim: str | None = None, event: str | None = None
) -> Figure:
    return Figure(
        id=id, event=event, text=text, counted=counted, measure="killed", scope="incident", claim=claim, sentence=sentence
    )


def claim(
    content: str,
    id: str = "c1",
    sentence: int = 1,
    speakers: Sequence[str] = (),
    said: str | None = None,
    about: Sequence[str] = (),
) -> Claim:
    return Claim(
        id=id, speakers=tuple(speakers), act="asserts", said=said, content=content, about=tuple(about), sentence=sentence
    )


def extraction(*items: Party | Event | Figure | Claim, issuer: str | None = None) -> Extraction:
    """The items in their lists."""
    return Extraction(
        issuer=issuer,
        parties=tuple(item for item in items if isinstance(item, Party)),
        events=tuple(item for item in items if isinstance(item, Event)),
        figures=tuple(item for item in items if isinstance(item, Figure)),
        claims=tuple(item for item in items if isinstance(item, Claim)),
    )
