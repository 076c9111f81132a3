"""A story and its articles, composed into a briefing by rules."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256

from schemas import (
    Briefing,
    Check,
    EventCluster,
    Failure,
    Source,
    Story,
    Strip,
    Unverified,
    ValidatedExtraction,
    When,
)
from summarizer.briefing.bottom_line import bottom_line

__all__ = ["brief"]

TITLES = 2
"""Main events that the title names at most."""


def brief(
    story: Story, validated: Sequence[ValidatedExtraction], failures: Sequence[Failure] = (), *, as_of: date | None = None
) -> Briefing:
    """The briefing of a story; `as_of` is the newest date of publication unless given. Never asks the clock.

    The order of `validated` and `failures` changes nothing; an article that is given twice is one source.
    """
    ordered = _ordered(validated)
    dates = [one.article.published.value for one in ordered if one.article.published]
    start, end = _period(story.events)
    return Briefing(
        id=_identity(ordered),
        title=_title(story),
        as_of=as_of or max(dates, default=None),
        period_start=start,
        period_end=end,
        bottom_line=bottom_line(story),
        worded_by="rules",
        strip=_strip(story, ordered),
        story=story,
        unverified=tuple(item for one in ordered for item in _unverified(one)),
        sources=tuple(_source(one, number) for number, one in enumerate(ordered, 1)),
        extractions=ordered,
        failures=tuple(sorted(failures, key=lambda failure: (failure.path, failure.status, failure.message))),
    )


def _ordered(validated: Sequence[ValidatedExtraction]) -> tuple[ValidatedExtraction, ...]:
    """The articles by date, undated ones last, and name; each once."""
    held: dict[str, list[ValidatedExtraction]] = {}
    for one in validated:
        held.setdefault(one.article.id, []).append(one)
    return tuple(sorted((min(same, key=_reading) if len(same) > 1 else same[0] for same in held.values()), key=_place))


def _place(one: ValidatedExtraction) -> tuple[bool, date, str, str]:
    """Sorting key of an article."""
    published = one.article.published.value if one.article.published else None
    return published is None, published or date.max, one.article.name, one.article.id


def _reading(one: ValidatedExtraction) -> tuple[str, str, str]:
    """Sorting key of two readings of one article."""
    return one.article.name, one.article.path, sha256(one.model_dump_json().encode()).hexdigest()


def _identity(ordered: Sequence[ValidatedExtraction]) -> str:
    """Hash of what the articles say, what was given for them, and what was extracted; where they lie changes nothing."""
    parts = sorted(
        "\x1f".join((one.article.id, str(one.article.published), str(one.article.publisher), one.raw.model_dump_json()))
        for one in ordered
    )
    return sha256("\x1e".join(parts).encode()).hexdigest()[:16]


def _title(story: Story) -> str:
    """The titles of the first main events that several articles tell, else of the first."""
    news = [event for event in story.events if event.salience == "main"] or list(story.events)
    told = sorted(news, key=lambda event: -len({member.article for member in event.members}))
    titles = list(dict.fromkeys(event.title.rstrip(".") for event in told))[:TITLES]
    return "; ".join(titles) or "No events"


def _period(events: Sequence[EventCluster]) -> tuple[date | None, date | None]:
    """First and last day of the events that are the news; events without a full date say nothing."""
    dates = [event.when for event in events if event.salience != "background" and event.status not in ("planned", "hypothetical")]
    spans = [(when.start, when.end) for when in dates if when and _precise(when) and when.start and when.end]
    return min((start for start, _ in spans), default=None), max((end for _, end in spans), default=None)


def _precise(when: When) -> bool:
    """Whether a date is fine enough to bound a period."""
    return when.precision in ("time", "day", "week", "month")


def _strip(story: Story, ordered: Sequence[ValidatedExtraction]) -> Strip:
    """How much of the briefing holds."""
    figures = [figure.decision for one in ordered for figure in one.figures]
    groups = [*(group for event in story.events for group in event.figures), *story.totals, *story.figures]
    return Strip(
        verified=figures.count("accepted"),
        review=figures.count("review"),
        contested=sum(group.status == "contested" for group in groups),
        rejected=figures.count("rejected"),
        origins=len({origin for group in groups for origin in group.origins}),
    )


def _unverified(one: ValidatedExtraction) -> list[Unverified]:
    """What an article does not support, with the check that each item failed."""
    checks: list[tuple[str, Check]] = [(party.id, party.check) for party in one.parties]
    checks += [(event.id, check) for event in one.events for check in event.checks]
    checks += [(figure.id, figure.check) for figure in one.figures] + [(claim.id, claim.check) for claim in one.claims]
    checks += [((check.item or "").split(".")[0], check) for check in one.checks]
    failed = [(item, check) for item, check in checks if check.decision == "rejected"]
    return [
        Unverified(article=one.article.id, name=one.article.name, item=item, check=check) for item, check in dict.fromkeys(failed)
    ]


def _source(one: ValidatedExtraction, number: int) -> Source:
    """One article under its label."""
    article = one.article
    return Source(
        label=f"A{number}",
        article=article.id,
        name=article.name,
        path=article.path,
        headline=article.headline.value if article.headline else None,
        publisher=article.publisher.value if article.publisher else None,
        published=article.published.value if article.published else None,
    )
