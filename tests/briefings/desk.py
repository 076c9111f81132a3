"""One article and its records, quoted from its text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from schemas import (
    Article,
    Boilerplate,
    Check,
    Claim,
    Event,
    Evidence,
    Extraction,
    Figure,
    Party,
    Provenance,
    Quantity,
    Sentence,
    Source,
    Stated,
    StatedDate,
    Usage,
    ValidatedClaim,
    ValidatedEvent,
    ValidatedExtraction,
    ValidatedFigure,
    ValidatedParty,
    When,
)
from schemas.article import BoilerplateKind
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
