"""The briefing on a terminal: what happened, how many by whose account, what is disputed. In a pipe the same, plain.

Words of an article can neither colour the terminal nor move its cursor: controls are replaced, markup is not read.
"""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from schemas import Briefing, EventCluster, Evidence, FigureGroup
from summarizer.rendering import choice, words
from summarizer.rendering.page import summary

__all__ = ["print_briefing", "render_briefing"]

STRIP = (
    ("verified", "verified", "green"),
    ("review", "to review", "yellow"),
    ("rejected", "rejected", "magenta"),
)
"""Fields of the strip with their word and colour; the word says the same without the colour."""
STYLES = {"contested": "red", "corroborated": "green", "superseded": "yellow"}
MOST_LEFT_OUT = 5
"""Rejected items shown; the rest is counted."""


def print_briefing(briefing: Briefing) -> None:
    """The summary on standard output; colour and wrapping only where that is a terminal."""
    render_briefing(briefing, Console(highlight=False, emoji=False))


def render_briefing(briefing: Briefing, console: Console) -> None:
    """The summary on a console, a line at a time; what its encoding lacks becomes a question mark."""
    encoding = console.encoding or "utf-8"
    for line in lines(briefing):
        console.print(fitted(line, encoding), soft_wrap=not console.is_terminal, markup=False)


def fitted(text: Text, encoding: str) -> Text:
    """The text with only those characters that the encoding knows."""
    try:
        text.plain.encode(encoding)
    except UnicodeEncodeError:
        text = text.copy()
        text.plain = text.plain.encode(encoding, "replace").decode(encoding)
    return text


def lines(briefing: Briefing) -> Iterator[Text]:
    """Every line of the summary."""
    yield Text(words.capital(words.plain(briefing.title)), style="bold")
    yield Text(facts(briefing), style="dim")
    yield strip(briefing)
    yield from section("Bottom line")
    labels = words.labels(briefing)
    for line in briefing.bottom_line:
        yield Text(f"- {words.plain(line.text)}") + reference(line.evidence, labels)
    yield from key_figures(briefing, labels)
    yield from disputed(briefing, labels)
    yield from left_out(briefing, labels)
    yield from section("Sources")
    for source in briefing.sources:
        yield Text(f"{words.cited(source)}: {choice.titled(briefing, source)}")
    origins = choice.origins(briefing)
    if origins:
        yield Text(f"Origins of figures ({len(origins)}): {'; '.join(origins)}", style="dim")


def section(title: str) -> Iterator[Text]:
    """A blank line and a heading."""
    yield Text()
    yield Text(title, style="bold underline")


def facts(briefing: Briefing) -> str:
    """When, where, as of, from what."""
    as_of = choice.as_of(briefing)
    origins = words.count(briefing.strip.origins, "independent origin")
    where = ", ".join(map(words.plain, choice.places(briefing, 5))) or "no place stated"
    return f"{choice.period(briefing)} | {where} | as of {as_of} | {words.count(len(briefing.sources), 'article')}, {origins}"


def strip(briefing: Briefing) -> Text:
    """How much of it holds."""
    shown = Text("Figures: ")
    for field, word, style in STRIP:
        if field == "rejected":
            shown.append(choice.disputes(briefing), style="red").append(", ")
        shown.append(f"{getattr(briefing.strip, field)} {word}", style=style)
        shown.append("" if field == "rejected" else ", ")
    return shown


def reference(places: tuple[Evidence, ...], labels: dict[str, str]) -> Text:
    """References to article and sentence, each once."""
    marks = dict.fromkeys(f"{labels[place.article]}-{place.sentence}" for place in places if place.article in labels)
    return Text(f" [{', '.join(marks)}]" if marks else "", style="dim")


def key_figures(briefing: Briefing, labels: dict[str, str]) -> Iterator[Text]:
    """The key figures, each with who states it."""
    key = choice.key_figures(briefing)
    if key.shown:
        yield from section("How many, by whose account")
    for event, group in key.shown:
        yield from figure(event, group, labels)
    if key.more:
        yield Text(key.rest("in the written briefing (-o)"), style="dim")


def figure(event: EventCluster | None, group: FigureGroup, labels: dict[str, str]) -> Iterator[Text]:
    """One figure group: what it counts, then each value."""
    head = Text(f"{words.counted(group)}, ", style="bold")
    before = choice.earlier(event, group)
    head.append(f"{before}, " if before else "")
    head.append(words.STANDING[group.status], style=STYLES.get(group.status, ""))
    head.append(f"  {words.named(event)}, {words.when(event.when if event else None)}", style="dim")
    yield head
    for value in choice.values(group):
        line = Text(f"  {choice.figure(group, value)}", style="bold")
        if len(value.wordings) > 1:
            told = ", ".join(words.plain(said.words) for said in value.wordings)
            line.append(f" ({len(value.wordings)} wordings: {told})", style="not bold")
        elif value.first.counted != group.counted:
            line.append(f" {words.plain(value.first.counted)}", style="not bold")
        for said in value.statements:
            if words.softened(group, said):
                where = f"{labels.get(said.article, said.name)}-{said.evidence.sentence}"
                line.append(f" (“{words.softened(group, said)}” in {words.plain(where)})", style="not bold")
        line.append(f"  {words.plain(', '.join(value.speakers))}", style="not bold")
        yield line + reference(tuple(said.evidence for said in value.statements), labels)


def disputed(briefing: Briefing, labels: dict[str, str]) -> Iterator[Text]:
    """Contested figures with the reason, and opposite claims."""
    figures, claims = choice.contested(briefing), choice.opposed(briefing)
    if figures or claims:
        yield from section("Disputed")
    for event, group in figures:
        about = f"{words.STANDING[group.status]}: {words.counted(group)}, {words.named(event)}. {group.explanation}"
        yield Text(words.plain(words.capital(about)))
    for pair in claims:
        for one in pair:
            speakers = ", ".join(one.speakers) or "unnamed sources"
            line = Text(words.plain(f"{speakers} ({words.ACTS[one.act]}): “{one.content}”"))
            yield line + reference(tuple(seen.evidence for seen in one.appearances), labels)


def left_out(briefing: Briefing, labels: dict[str, str]) -> Iterator[Text]:
    """What was rejected, with the reason."""
    held = len(list(summary.held(briefing)))
    if briefing.unverified or briefing.failures or held:
        yield from section("Not verified and left out")
    for one in briefing.unverified[:MOST_LEFT_OUT]:
        label = labels.get(one.article, words.plain(one.name))
        yield Text(words.plain(f"“{one.check.text}” ({one.check.of}, {label}): {one.check.explanation}"))
    if len(briefing.unverified) > MOST_LEFT_OUT:
        yield Text(f"and {len(briefing.unverified) - MOST_LEFT_OUT} more", style="dim")
    if held:
        yield Text(f"{words.count(held, 'figure')} in parts that are not news: in no event", style="dim")
    for failure in briefing.failures:
        yield Text(words.plain(f"{failure.path}: {failure.message}"))
