"""Briefings built by hand for the tests of what is rendered: short made-up articles, every record quoting its text.

The merging here is written out by the test's author, so that a format is tested without the steps before it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from schemas import (
    Appearance,
    Article,
    Boilerplate,
    Briefing,
    Check,
    Claim,
    ClaimGroup,
    Event,
    EventCluster,
    Evidence,
    Extraction,
    Failure,
    Figure,
    FigureGroup,
    GroupedParty,
    Line,
    Link,
    Member,
    NameLink,
    Party,
    Provenance,
    Quantity,
    Sentence,
    Source,
    Stated,
    StatedDate,
    Statement,
    Story,
    Strip,
    Unknown,
    Unverified,
    Usage,
    ValidatedClaim,
    ValidatedEvent,
    ValidatedExtraction,
    ValidatedFigure,
    ValidatedParty,
    When,
)
from schemas.article import BoilerplateKind
from schemas.cluster import FigureStatus
from schemas.extraction import Act, EventType, Measure, PartyType, Salience, Scope
from schemas.validation import DECISIONS, Qualifier, Verdict
from summarizer import text as texts

PROVENANCE = Provenance(
    model="test-model",
    endpoint="remote",
    prompt="extract.v1",
    prompt_digest="0123456789abcdef",
    usage=Usage(input=900, output=300),
)


@dataclass
class Desk:
    """One article, and what is said of it; each method quotes words that stand in the text."""

    name: str
    words: str
    publisher: str | None = None
    published: date | None = None
    path: str | None = None
    boilerplate: Sequence[tuple[BoilerplateKind, str]] = ()
    parties: list[ValidatedParty] = field(default_factory=list)
    events: list[ValidatedEvent] = field(default_factory=list)
    figures: list[ValidatedFigure] = field(default_factory=list)
    claims: list[ValidatedClaim] = field(default_factory=list)

    def __post_init__(self) -> None:
        text = texts.normalise(self.words)
        stretches = tuple(
            Boilerplate(kind=kind, start=text.index(part), end=text.index(part) + len(part)) for kind, part in self.boilerplate
        )
        self.article = Article(
            id=texts.digest(text),
            name=self.name,
            path=self.path or f"{self.name}.txt",
            text=text,
            headline=Stated(value=text.splitlines()[0], basis="text", start=0, end=len(text.splitlines()[0])) if text else None,
            publisher=Stated(value=self.publisher, basis="option") if self.publisher else None,
            published=StatedDate(value=self.published, basis="option") if self.published else None,
            sentences=tuple(self._sentences(text, stretches)),
            boilerplate=stretches,
        )

    @staticmethod
    def _sentences(text: str, stretches: Sequence[Boilerplate]) -> Iterable[Sentence]:
        for number, (start, end) in enumerate(texts.sentences(text), 1):
            inside = next((one for one in stretches if one.start <= start < one.end), None)
            yield Sentence(
                number=number,
                start=start,
                end=end,
                paragraph=text[:start].count("\n") + 1,
                role="boilerplate" if inside else "headline" if start == 0 else "body",
                boilerplate=inside.kind if inside else None,
            )

    def evidence(self, words: str, within: str = "") -> Evidence:
        """The first place of `words` (inside `within`, where given)."""
        text = self.article.text
        base = text.index(within) if within else 0
        start = text.index(words, base)
        sentence = next(one for one in self.article.sentences if one.start <= start < one.end)
        return Evidence(
            article=self.article.id,
            name=self.name,
            sentence=sentence.number,
            start=start,
            end=start + len(words),
            text=words,
            quote=text[sentence.start : sentence.end],
        )

    def party(self, name: str, kind: PartyType = "other", part_of: str | None = None) -> str:
        """Adds a party; gives its id."""
        id = f"p{len(self.parties) + 1}"
        place = self.evidence(name)
        said = Party(id=id, name=name, type=kind, part_of=part_of)
        self.parties.append(
            ValidatedParty(id=id, said=said, check=check("name", f"{id}.name", place, "supported", "It stands in the text."))
        )
        return id

    def event(
        self,
        title: str,
        kind: EventType,
        words: str,
        *,
        when: When | None = None,
        places: Sequence[str] = (),
        by: Sequence[str] = (),
        against: Sequence[str] = (),
        salience: Salience = "main",
    ) -> str:
        """Adds an event told by the sentence that holds `words`; gives its id."""
        id = f"e{len(self.events) + 1}"
        said = Event(
            id=id,
            type=kind,
            title=title,
            date=when.text if when else None,
            places=tuple(places),
            by=tuple(by),
            against=tuple(against),
            outcome="not_stated",
            status="asserted",
            salience=salience,
            sentences=(self.evidence(words).sentence,),
        )
        checks = tuple(
            check("name", f"{id}.places", self.evidence(place), "supported", "It stands in the text.") for place in places
        )
        self.events.append(
            ValidatedEvent(id=id, said=said, when=when, sentences=said.sentences, checks=checks, decision="accepted")
        )
        return id

    def figure(
        self,
        words: str,
        counted: str,
        measure: Measure,
        quantity: Quantity | None,
        *,
        event: str | None = None,
        speakers: Sequence[str] = (),
        scope: Scope = "incident",
        verdict: Verdict = "supported",
        said: str | None = None,
        why: str = "The sentence states it.",
        within: str = "",
    ) -> str:
        """Adds a figure; `said` is what the model wrote where it differs from the article's `words`; gives its id."""
        id = f"f{len(self.figures) + 1}"
        place = self.evidence(words, within)
        model = Figure(
            id=id, event=event, text=said or words, counted=counted, measure=measure, scope=scope, sentence=place.sentence
        )
        made = Check(
            of="figure",
            item=id,
            text=said or words,
            start=0,
            end=len(said or words),
            verdict=verdict,
            explanation=why,
            evidence=(place,),
            quantity=quantity,
        )
        held = DECISIONS[verdict] != "rejected"
        self.figures.append(
            ValidatedFigure(
                id=id,
                said=model,
                start=place.start if held else None,
                end=place.end if held else None,
                quantity=quantity if held else None,
                speakers=tuple(speakers),
                check=made,
                decision=DECISIONS[verdict],
            )
        )
        return id

    def claim(
        self, content: str, act: Act, speakers: Sequence[str] = (), *, about: Sequence[str] = (), hedged: bool = False
    ) -> str:
        """Adds a claim; gives its id."""
        id = f"c{len(self.claims) + 1}"
        place = self.evidence(content)
        said = Claim(id=id, speakers=tuple(speakers), act=act, content=content, about=tuple(about), sentence=place.sentence)
        inside = tuple(
            one.id
            for one in self.figures
            if one.start is not None and one.end is not None and place.start <= one.start < one.end <= place.end
        )
        self.claims.append(
            ValidatedClaim(
                id=id,
                said=said,
                start=place.start,
                end=place.end,
                mode="paraphrase",
                hedged=hedged,
                figures=inside,
                check=check("quote", f"{id}.content", place, "supported", "It stands in the text word for word."),
                decision="accepted",
            )
        )
        return id

    def done(self) -> ValidatedExtraction:
        """The article's validated extraction."""
        return ValidatedExtraction(
            article=self.article,
            issuer=None,
            parties=tuple(self.parties),
            events=tuple(self.events),
            figures=tuple(self.figures),
            claims=tuple(self.claims),
            raw=Extraction(
                parties=tuple(one.said for one in self.parties),
                events=tuple(one.said for one in self.events),
                figures=tuple(one.said for one in self.figures),
                claims=tuple(one.said for one in self.claims),
            ),
            provenance=PROVENANCE,
        )

    def source(self, label: str) -> Source:
        """The article under its label."""
        return Source(
            label=label,
            article=self.article.id,
            name=self.name,
            path=self.article.path,
            headline=self.article.headline.value if self.article.headline else None,
            publisher=self.publisher,
            published=self.published,
        )


def check(of: str, item: str, place: Evidence, verdict: Verdict, why: str) -> Check:
    """A check of words that stand where `place` says."""
    return Check.model_validate(
        {
            "of": of,
            "item": item,
            "text": place.text,
            "start": place.start,
            "end": place.end,
            "verdict": verdict,
            "explanation": why,
            "evidence": (place,),
        }
    )


def counts(low: int | None, high: int | None, qualifier: Qualifier = "exact") -> Quantity:
    """A plain count."""
    return Quantity(
        kind="count",
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        qualifier=qualifier,
    )


def on(words: str, day: date | None = None, end: date | None = None) -> When:
    """A resolved date, or one without a year where `day` is missing ("8 March")."""
    if day is not None:
        precise = "day" if end in (None, day) else "week"
        return When.model_validate(
            {
                "text": words,
                "start": day,
                "end": end or day,
                "year": day.year,
                "month": day.month,
                "precision": precise,
                "basis": "stated",
            }
        )
    return When(text=words, month=3, day=8, precision="day", basis="unresolved")


def statement(desk: Desk, figure: str, origin: str, *, hedged: bool = False) -> Statement:
    """The statement that an accepted figure of an article makes."""
    found = next(one for one in desk.figures if one.id == figure)
    names = {one.id: one.said.name for one in desk.parties}
    return Statement(
        article=desk.article.id,
        name=desk.name,
        figure=figure,
        words=found.said.text,
        counted=found.said.counted,
        quantity=found.quantity,
        speakers=tuple(names[one] for one in found.speakers),
        origin=origin,
        hedged=hedged,
        decision=found.decision,
        evidence=found.check.evidence[0],
    )


def group(
    statements: Sequence[Statement],
    status: FigureStatus,
    why: str,
    *,
    event: str | None = None,
    measure: Measure = "killed",
    scope: Scope = "incident",
    parties: Sequence[str] = (),
) -> FigureGroup:
    """Figures that measure the same thing."""
    lows = [one.quantity.low for one in statements if one.quantity and one.quantity.low is not None]
    highs = [one.quantity.high for one in statements if one.quantity]
    known = [high for high in highs if high is not None]
    return FigureGroup(
        id=texts.digest(" ".join(f"{one.article}:{one.figure}" for one in statements)),
        event=event,
        counted=statements[0].counted,
        measure=measure,
        parties=tuple(parties),
        scope=scope,
        statements=tuple(statements),
        origins=tuple(sorted({one.origin for one in statements})),
        status=status,
        lowest=min(lows, default=None),
        low=min(lows, default=None),
        high=None if len(known) < len(highs) else max(known, default=None),
        unit=None,
        explanation=why,
    )


def claimed(
    desk: Desk, claim: str, *, about: Sequence[str] = (), opposes: Sequence[str] = (), why: str | None = None
) -> ClaimGroup:
    """One article's claim as a group."""
    found = next(one for one in desk.claims if one.id == claim)
    names = {one.id: one.said.name for one in desk.parties}
    return ClaimGroup(
        id=texts.digest(f"{desk.article.id}:{claim}"),
        speakers=tuple(names[one] for one in found.said.speakers),
        act=found.said.act,
        content=found.said.content,
        hedged=found.hedged,
        appearances=(
            Appearance(
                article=desk.article.id, name=desk.name, claim=claim, mode=found.mode, said=None, evidence=found.check.evidence[0]
            ),
        ),
        about=tuple(about),
        opposes=tuple(opposes),
        reason=why,
    )


def cluster(
    name: str,
    members: Sequence[tuple[Desk, str]],
    figures: Sequence[FigureGroup] = (),
    *,
    claims: Sequence[str] = (),
    joined: Sequence[Link] = (),
    apart: Sequence[Link] = (),
    status: str = "reported",
) -> EventCluster:
    """An event cluster that takes its words from the first member."""
    desk, first = members[0]
    event = next(one for one in desk.events if one.id == first)
    names = {one.id: one.said.name for one in desk.parties}
    return EventCluster.model_validate(
        {
            "id": name,
            "type": event.said.type,
            "title": event.said.title,
            "when": event.when,
            "places": event.said.places,
            "by": tuple(names[one] for one in event.said.by),
            "against": tuple(names[one] for one in event.said.against),
            "outcomes": (event.said.outcome,),
            "status": status,
            "salience": event.said.salience,
            "members": tuple(member(one, id) for one, id in members),
            "joined": tuple(joined),
            "apart": tuple(apart),
            "figures": tuple(figures),
            "claims": tuple(claims),
        }
    )


def member(desk: Desk, event: str) -> Member:
    """One article's event."""
    found = next(one for one in desk.events if one.id == event)
    text = desk.article.text
    told = tuple(
        Evidence(
            article=desk.article.id,
            name=desk.name,
            sentence=number,
            start=desk.article.sentences[number - 1].start,
            end=desk.article.sentences[number - 1].end,
            text=desk.article.sentence(number),
            quote=text[desk.article.sentences[number - 1].start : desk.article.sentences[number - 1].end],
        )
        for number in found.sentences
    )
    return Member(article=desk.article.id, name=desk.name, event=event, title=found.said.title, evidence=told)


def parties(desks: Sequence[Desk]) -> tuple[GroupedParty, ...]:
    """Every party of the articles, joined by the same words."""
    found: dict[str, list[tuple[Desk, ValidatedParty]]] = {}
    for desk in desks:
        for one in desk.parties:
            found.setdefault(one.said.name, []).append((desk, one))
    return tuple(
        GroupedParty(
            id=texts.digest(name),
            name=name,
            type=members[0][1].said.type,
            root=texts.digest(name),
            names=(NameLink(name=name, reason="same_words", detail="The words are the same."),),
            members=tuple(sorted(f"{desk.article.id}:{one.id}" for desk, one in members)),
        )
        for name, members in found.items()
    )


def briefing(
    desks: Sequence[Desk],
    events: Sequence[EventCluster],
    *,
    lines: Sequence[Line] = (),
    totals: Sequence[FigureGroup] = (),
    loose: Sequence[FigureGroup] = (),
    claims: Sequence[ClaimGroup] = (),
    unknowns: Sequence[Unknown] = (),
    failures: Sequence[Failure] = (),
    title: str | None = None,
) -> Briefing:
    """The briefing of some articles."""
    every = [one for event in events for one in event.figures] + [*totals, *loose]
    decisions = [one.decision for desk in desks for one in desk.figures]
    days = [day for event in events if event.when for day in (event.when.start, event.when.end) if day]
    left = [
        Unverified(article=desk.article.id, name=desk.name, item=one.id, check=one.check)
        for desk in desks
        for one in desk.figures
        if one.decision == "rejected"
    ]
    return Briefing(
        id=texts.digest(" ".join(desk.article.id for desk in desks)),
        title=title or events[0].title if events else title or "Nothing happened",
        as_of=max((desk.published for desk in desks if desk.published), default=None),
        period_start=min(days, default=None),
        period_end=max(days, default=None),
        bottom_line=tuple(lines),
        worded_by="rules",
        strip=Strip(
            verified=decisions.count("accepted"),
            review=decisions.count("review"),
            contested=sum(one.status == "contested" for one in every),
            rejected=decisions.count("rejected"),
            origins=len({origin for one in every for origin in one.origins}),
        ),
        story=Story(
            events=tuple(events),
            totals=tuple(totals),
            figures=tuple(loose),
            claims=tuple(claims),
            parties=parties(desks),
            unknowns=tuple(unknowns),
        ),
        unverified=tuple(left),
        sources=tuple(desk.source(f"A{number}") for number, desk in enumerate(desks, 1)),
        extractions=tuple(desk.done() for desk in desks),
        failures=tuple(failures),
    )


WIRE = """Flood and clash in Ardava: 12 dead at Tolm bridge
TOLM, Ardava, 4 March (NAX) -- At least 12 soldiers were killed when rebels of the Ardava Front attacked the Tolm bridge on 3 March, \
the Ministry of Defence said.
The Ardava Front (AF) said it killed 30 soldiers and “took the whole bridge, all 200 metres of it”.
“We lost 12 men, and not one more,” minister Ana Brel said on Tuesday.
Some 4,500 people fled the valley, according to the Red Cross.
The army has killed more than 900 rebels since 2023, the ministry says.
Read More: Bank fined $714,000 over transfers
"""
DAILY = """Rebels seize bridge at Tolm
Rebels seized the Tolm bridge on Monday, 3 March 2025, killing 12 soldiers, the defence ministry said.
A hospital doctor in Tolm counted between 15 and 20 bodies.
The Ardava Front denied that it had withdrawn from the bridge.
On 8 March, a second attack was reported near Vell, with no word on losses.
Around 80 of the 4,500 displaced people reached Vell.
Copyright 2025 Daily Ledger
"""


def wire() -> Desk:
    """An agency report: official and rebel tolls, overlapping quotations, a total, boilerplate with a sum of money."""
    desk = Desk(
        "wire-001",
        WIRE,
        publisher="NAX",
        published=date(2025, 3, 4),
        boilerplate=[("read_more", "Read More: Bank fined $714,000 over transfers")],
    )
    ministry = desk.party("Ministry of Defence", "government")
    front = desk.party("Ardava Front", "armed_group")
    cross = desk.party("Red Cross", "igo_ngo")
    brel = desk.party("Ana Brel", "person", part_of=ministry)
    attack = desk.event(
        "Rebels attack the Tolm bridge",
        "battle",
        "attacked the Tolm bridge",
        when=on("on 3 March", date(2025, 3, 3)),
        places=("Tolm bridge", "Ardava"),
        by=(front,),
    )
    desk.figure("At least 12", "soldiers", "killed", counts(12, None, "at_least"), event=attack, speakers=(ministry,))
    desk.figure("30", "soldiers", "killed", counts(30, 30), event=attack, speakers=(front,))
    desk.figure("all 200 metres", "whole bridge", "territory", counts(200, 200), event=attack, speakers=(front,))
    desk.figure("12", "men", "killed", counts(12, 12), event=attack, speakers=(brel,), within="We lost")
    desk.figure("Some 4,500", "people", "displaced", counts(4275, 4725, "approx"), event=attack, speakers=(cross,))
    desk.figure("more than 900", "rebels", "killed", counts(900, None, "more_than"), speakers=(ministry,), scope="cumulative")
    desk.figure(
        "30",
        "soldiers",
        "wounded",
        counts(45, 45),
        event=attack,
        verdict="contradicted",
        said="45",
        why="The sentence that speaks of soldiers states 30, not 45.",
    )
    desk.claim("took the whole bridge, all 200 metres of it", "asserts", (front,), about=(attack,))
    desk.claim("it killed 30 soldiers and “took the whole bridge", "asserts", (front,), about=(attack,))
    desk.claim("We lost 12 men, and not one more", "asserts", (brel,), about=(attack,))
    return desk


def daily() -> Desk:
    """A newspaper: the same attack with a third toll, a denial, an event whose year is not stated."""
    desk = Desk(
        "daily-ledger",
        DAILY,
        publisher="Daily Ledger",
        published=date(2025, 3, 5),
        boilerplate=[("copyright", "Copyright 2025 Daily Ledger")],
    )
    ministry = desk.party("defence ministry", "government")
    front = desk.party("Ardava Front", "armed_group")
    doctor = desk.party("A hospital doctor", "person")
    seized = desk.event(
        "Rebels seize the Tolm bridge",
        "battle",
        "seized the Tolm bridge",
        when=on("Monday, 3 March 2025", date(2025, 3, 3)),
        places=("Tolm bridge",),
        by=(front,),
    )
    second = desk.event(
        "Second attack near Vell", "other", "second attack", when=on("On 8 March"), places=("near Vell",), salience="secondary"
    )
    desk.figure("12", "soldiers", "killed", counts(12, 12), event=seized, speakers=(ministry,))
    desk.figure("between 15 and 20", "bodies", "killed", counts(15, 20, "between"), event=seized, speakers=(doctor,))
    desk.figure(
        "Around 80",
        "displaced people",
        "displaced",
        counts(76, 84, "approx"),
        event=second,
        verdict="imprecise",
        said="80",
        why="The article says “Around 80”.",
    )
    desk.claim("it had withdrawn from the bridge", "denies", (front,), about=(seized,))
    return desk


def ardava() -> Briefing:
    """Two articles, one attack: corroborated, contested, to review, rejected, undated, overlapping marks, boilerplate."""
    one, two = wire(), daily()
    dead = group(
        [
            statement(one, "f1", "Ministry of Defence"),
            statement(one, "f2", "Ardava Front"),
            statement(one, "f4", "Ministry of Defence"),
            statement(two, "f1", "Ministry of Defence"),
            statement(two, "f2", "A hospital doctor"),
        ],
        "contested",
        "The Ministry of Defence says 12 or at least 12, the Ardava Front 30, a hospital doctor 15 to 20 bodies.",
        event="attack",
        parties=("Ministry of Defence",),
    )
    fled = group(
        [statement(one, "f5", "Red Cross")], "single_source", "One source, the Red Cross.", event="attack", measure="displaced"
    )
    metres = group([statement(one, "f3", "Ardava Front")], "single_source", "One source.", event="attack", measure="territory")
    moved = group([statement(two, "f3", "Daily Ledger")], "single_source", "One source.", event="second", measure="displaced")
    total = group([statement(one, "f6", "Ministry of Defence")], "single_source", "A total since 2023.", scope="cumulative")
    taken = claimed(one, "c1", about=("attack",))
    both = claimed(one, "c2", about=("attack",))
    lost = claimed(one, "c3", about=("attack",))
    denied = claimed(
        two, "c1", about=("attack",), opposes=(taken.id,), why="One tells of holding the bridge, the other of leaving it."
    )
    attack = cluster(
        "attack",
        [(one, "e1"), (two, "e1")],
        [dead, fled, metres],
        claims=(taken.id, both.id, lost.id, denied.id),
        joined=[
            Link(
                kind="same",
                a=f"{one.article.id}:e1",
                b=f"{two.article.id}:e1",
                reason="same place (Tolm bridge), same day, same attacker",
            )
        ],
        apart=[Link(kind="possible", a="attack", b="second", reason="the year of 8 March is not stated")],
        status="contested",
    )
    second = cluster("second", [(two, "e2")], [moved])
    lines = (
        Line(
            text="On 3 March 2025 rebels of the Ardava Front attacked the Tolm bridge.",
            evidence=(one.evidence("attacked the Tolm bridge"),),
            items=("attack",),
        ),
        Line(
            text="The Ministry of Defence says at least 12 soldiers were killed, the Ardava Front 30, a doctor between 15 and 20.",
            evidence=(one.evidence("At least 12"), one.evidence("30"), two.evidence("between 15 and 20")),
            items=(dead.id,),
        ),
        Line(
            text="Some 4,500 people fled, according to the Red Cross.", evidence=(one.evidence("Some 4,500"),), items=(fled.id,)
        ),
    )
    return briefing(
        [one, two],
        [attack, second],
        lines=lines,
        totals=[total],
        claims=[taken, both, lost, denied],
        unknowns=[Unknown(text="How many rebels were killed at the bridge is not stated.", event="attack")],
        failures=[Failure(path="empty.txt", status="empty", message="empty.txt holds no text; give an article.")],
    )


def large(articles: int = 200) -> Briefing:
    """A briefing of many articles of ordinary length, every event with figures and claims of its own."""
    desks, events, claims = [], [], []
    for number in range(articles):
        desk, event, groups = _filed(number)
        desks.append(desk)
        events.append(event)
        claims += groups
    return briefing(desks, events, claims=claims, title=f"{articles} attacks in Ardava")


def _filed(number: int) -> tuple[Desk, EventCluster, list[ClaimGroup]]:
    day = date(2025, 1 + number % 12, 1 + number % 28)
    body = " ".join(
        f"In quarter {place} of Town{number}, officials said {7 + number * 13 + place} people were hurt and "
        f"{place + 3} houses burned down."
        for place in range(12)
    )
    text = f"Attack on Town{number}\nRebels attacked Town{number} on {day:%d %B %Y}, killing {number + 5} soldiers.\n"
    desk = Desk(f"wire-{number:03d}", text + re.sub(r"(?<=\.) (?=In quarter [369])", "\n", body), publisher="NAX", published=day)
    rebels, officials = desk.party("Rebels", "armed_group"), desk.party("officials", "government")
    event = desk.event(
        f"Rebels attack Town{number}", "battle", "Rebels attacked", when=on("then", day), places=(f"Town{number}",), by=(rebels,)
    )
    desk.figure(str(number + 5), "soldiers", "killed", counts(number + 5, number + 5), event=event, within="killing ")
    for place in range(12):
        value = 7 + number * 13 + place
        desk.figure(
            str(value),
            "people",
            "wounded",
            counts(value, value),
            event=event,
            speakers=(officials,),
            within=f"quarter {place} of",
        )
        desk.claim(f"{value} people were hurt and {place + 3} houses burned down", "asserts", (officials,), about=(event,))
    groups = [
        group(
            [statement(desk, one.id, "officials")],
            "single_source",
            "One source, officials.",
            event=f"event{number}",
            measure=one.said.measure,
        )
        for one in desk.figures
    ]
    told = [claimed(desk, one.id, about=(f"event{number}",)) for one in desk.claims]
    return desk, cluster(f"event{number}", [(desk, event)], groups, claims=[one.id for one in told]), told
