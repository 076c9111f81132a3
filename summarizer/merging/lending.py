"""What the rest of an article gives to an event that lacks a day or a place.

An event is told in pieces: "the accident occurred on Tuesday", "the city", "a day after". Where exactly one day or place fits,
the event borrows it. A borrowed place is a weaker sign than one of the event's own, and never contradicts.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import groupby

from schemas import Article, ValidatedEvent, ValidatedExtraction, When
from summarizer import dates
from summarizer.merging import times
from summarizer.merging.dating import days_in, own_day
from summarizer.merging.happenings import Happening, rank
from summarizer.merging.sequence import earlier, incidents, refers, shifted
from summarizer.merging.wording import stems
from summarizer.names import key

__all__ = ["lent"]

LONGEST = 4
"""Words of the longest place name that is looked for in a text."""
_OWN_DAY = re.compile(r"\b(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)['’]s\s+(?P<what>(?:[\w-]+\s+){0,3}[\w-]+)")
_SAME_TOWN = re.compile(
    r"\b(?:the|this|that)\s+(?:same\s+(?:\w+\s+)?\w+|(?:\w+\s+)?(?:city|hamlet|island|mountain|neighbou?rhood|suburb|town|village))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SPEAKS = re.compile(r"\s+(?:said|says|has said|denied|denies|blames?d?|accused?s?|announced|claims?|claimed)\b")


def lent(found: Sequence[Happening], validated: Sequence[ValidatedExtraction]) -> list[Happening]:
    """The events, those that lack a day or a place with what the rest of their article gives; `found` is sorted by article."""
    articles = {one.article.id: one for one in validated}
    names = _gazetteer(found)
    given: list[Happening] = []
    for article, held in groupby(found, key=lambda one: one.article):
        given += _article(articles[article], list(held), names)
    return given


def _gazetteer(found: Sequence[Happening]) -> dict[str, bool]:
    """Keys of every place but countries that some article gives as the place of an event; whether it is a town or site."""
    nations = {key(name) for one in found for name in one.where.countries}
    areas = {place: False for one in found for place in one.where.areas if place not in nations and stems(place)}
    return areas | {place: True for one in found for place in one.where.points if place not in nations and stems(place)}


def _article(one: ValidatedExtraction, own: list[Happening], names: Mapping[str, bool]) -> list[Happening]:
    """The events of one article."""
    events = {event.id: event for event in one.events}
    own = [_before(one, events[held.event], held, own) for held in own]
    open_ = any(not held.where.points for held in own)
    parties = {key(name) for party in one.parties for name in (party.said.name, *party.said.also)} if open_ else set()
    own = [_titled(held, names, parties) for held in own]
    news = [held for held in own if held.salience == "main"]
    lead = min(news, key=lambda held: (held.sentences[:1], rank(held)), default=None)
    if lead is not None:
        given = _dated(one, lead, own)
        given = _placed(one, given, own, names, parties)
        own = [given if held is lead else held for held in own]
        own = [_there(held, given) for held in own]
    return own


def _before(one: ValidatedExtraction, event: ValidatedEvent, held: Happening, own: list[Happening]) -> Happening:
    """An event told as having come before the news, with the day that this gives."""
    gap = earlier(one, event)
    if gap is None:
        return held
    others = [other for other in own if times.dated(other.when) and other.words is not None]
    others = [other for other in others if other.event != held.event] or others
    news = min(others, key=lambda other: (not set(other.sentences) & set(held.sentences), rank(other)), default=None)
    own_words = held.words is not None and gap.words not in held.title
    when = shifted(news.when, gap) if news is not None and not own_words else None
    earlier_one = replace(held, beside=True, again=False)
    return replace(earlier_one, when=when, words=gap.words) if when else earlier_one


def _dated(one: ValidatedExtraction, lead: Happening, own: list[Happening]) -> Happening:
    """The news with the one day that a later sentence gives it ("the accident occurred on Tuesday")."""
    if lead.words is not None or lead.when is not None:
        return lead
    if (owned := _possessive(one, lead)) is not None:
        return replace(lead, when=owned, words=owned.text)
    taken = {number for held in own if held is not lead and held.words is not None for number in held.sentences}
    numbers = [
        sentence.number
        for sentence in one.article.sentences
        if sentence.role == "body" and sentence.number not in taken and refers(one.article.text[sentence.start : sentence.end])
    ]
    days = {(when.start, when.month, when.day, when.weekday): when for when in days_in(one, numbers)} if numbers else {}
    if len(days) != 1:
        return lead
    when = next(iter(days.values()))
    anchor = own_day(one)[0]
    late = anchor is not None and when.start is not None and when.start > anchor
    return lead if late else replace(lead, when=when, words=when.text)


def _possessive(one: ValidatedExtraction, lead: Happening) -> When | None:
    """The day that a sentence of the news gives to a happening as its own ("Sunday's missile strike")."""
    for sentence in one.article.sentences:
        match = _OWN_DAY.search(one.article.text, sentence.start, sentence.end) if sentence.number in lead.sentences else None
        if match and stems(match["what"]) & incidents():
            return dates.resolve(match["day"], anchor=own_day(one)[0], basis="published")
    return None


def _placed(
    one: ValidatedExtraction, lead: Happening, own: list[Happening], names: Mapping[str, bool], parties: AbstractSet[str]
) -> Happening:
    """The news with the one place that its article names and gives to no other event."""
    if lead.where.points or lead.where.lent:
        return lead
    others = (held.where for held in own if held.event != lead.event)
    taken = lead.where.areas.union(lead.where.beside, *(other.points | other.areas | other.beside for other in others))
    named = _named(one.article, names) - taken - parties
    towns = frozenset(place for place in named if names[place])
    given = towns or named
    return replace(lead, where=replace(lead.where, lent=given)) if len(given) == 1 else lead


def _titled(held: Happening, names: Mapping[str, bool], parties: AbstractSet[str]) -> Happening:
    """An event without a town with the one that its title names."""
    if held.where.points:
        return held
    named = frozenset(place for place in _in_text(held.title, names) if names[place]) - held.where.beside - parties
    return replace(held, where=replace(held.where, lent=named)) if len(named) == 1 else held


def _there(held: Happening, lead: Happening) -> Happening:
    """An event told of "the city" with the place of the news."""
    if held.event == lead.event or held.where.points or held.where.lent or not (lead.where.points or lead.where.lent):
        return held
    if not any(_SAME_TOWN.search(sentence.quote) for sentence in held.evidence[:1]):
        return held
    return replace(held, where=replace(held.where, lent=lead.where.points or lead.where.lent))


def _named(article: Article, names: Collection[str]) -> frozenset[str]:
    """The known places that the text names with a capital letter, outside its dateline and not as a speaker."""
    found: set[str] = set()
    line = article.dateline.end if article.dateline else 0
    for sentence in article.sentences:
        if sentence.role != "boilerplate":
            text = article.text[max(sentence.start, line) : max(sentence.end, line)]
            found |= _in_text(text, names)
    return frozenset(found)


def _in_text(text: str, names: Collection[str]) -> set[str]:
    """The known places that one sentence names; the longest name at a place counts."""
    words = [(part, match) for match in _WORD.finditer(text) for part in key(match.group()).split()]
    found: set[str] = set()
    place = 0
    while place < len(words):
        sizes = range(min(LONGEST, len(words) - place), 0, -1)
        size = next((n for n in sizes if _is_name(text, words[place : place + n], names)), 0)
        if size:
            found.add(" ".join(part for part, _ in words[place : place + size]))
        place += size or 1
    return found


def _is_name(text: str, words: Sequence[tuple[str, re.Match[str]]], names: Collection[str]) -> bool:
    """Whether some words are a known place, written as a name, that does not speak."""
    first, last = words[0][1], words[-1][1]
    return first.group()[0].isupper() and " ".join(part for part, _ in words) in names and not _SPEAKS.match(text, last.end())
