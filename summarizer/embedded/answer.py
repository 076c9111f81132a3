"""The answers of the rule-based model: one chat completion for each request of ours."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence

from schemas.briefing import Lead
from schemas.extraction import Claim, Event, Extraction, Figure, Repair
from summarizer.embedded import claims, counts, events, lead, repairs, roles
from summarizer.embedded import sentences as S
from summarizer.embedded import words as tables
from summarizer.embedded.parties import Parties
from summarizer.embedded.statements import Said
from summarizer.prompting import Parsed, parse

__all__ = ["MODEL", "answer", "extract"]

MODEL = "embedded-rules-1"
"""Name of the model; the number rises when its rules do."""
CHARACTERS_PER_TOKEN = 4
"""Usage is an estimate: English text has about four characters a token (OpenAI's rule of thumb)."""

LOSSES = counts.HUMAN | {"affected", "materiel"}
"""Measures of what an event did to people and things."""
OPENING = 3
"""Sentences at the beginning in which a press-release wire names itself."""
RELEASE = re.compile(r"\b(?:" + "|".join(re.escape(name) for name in tables.lines("releases")) + r")\b", re.IGNORECASE)


def answer(body: Mapping[str, object]) -> dict[str, object]:
    """The chat completion for a chat-completions request; raises prompting.Unknown for a request that is not ours."""
    messages = body.get("messages")
    messages = messages if isinstance(messages, Sequence) and not isinstance(messages, str) else ()
    parsed = parse([message for message in messages if isinstance(message, Mapping)])
    record = _record(parsed)
    arguments = record.model_dump_json(exclude={"schema_version"})
    return _completion(body, messages, type(record).__name__, arguments)


def _record(parsed: Parsed) -> Extraction | Repair | Lead:
    """The record that the request asks for."""
    if parsed.task == "repair":
        return repairs.repair(parsed)
    return lead.compose(parsed.payload) if parsed.task == "bottom_line" else extract(parsed)


def extract(parsed: Parsed) -> Extraction:
    """What the numbered sentences report."""
    numbered = list(parsed.sentences)
    paragraphs = dict(parsed.paragraphs)
    if parsed.headline is not None:
        numbered.insert(0, (parsed.headline, parsed.header["headline"]))
        paragraphs[parsed.headline] = 0
    text = S.analyse(numbered, paragraphs, parsed.header)
    return Reader(text).extraction()


class Reader:
    """Puts what the finders found into records that point to one another."""

    def __init__(self, text: S.Text) -> None:
        self.text = text
        self.parties = Parties(text, "\n".join(sentence.text for sentence in text.sentences))

    def extraction(self) -> Extraction:
        """The whole extraction."""
        said = claims.find(self.text)
        made = self._claims(said)
        attributed = {index for one in said if one.source is not None for index in range(one.start, one.end + 1)}
        happened = events.find(self.text, self.parties, attributed)
        where = {index: f"e{number}" for number, one in reversed(list(enumerate(happened, 1))) for index in one.indexes}
        for claim, one in zip(made, said, strict=True):
            if claim.act == "claims_responsibility" and one.start in where:
                _claimed(happened[int(where[one.start][1:]) - 1], claim.speakers)
        figures = self._figures(said, where, happened)
        linked = tuple(
            claim.model_copy(update={"about": (where[one.start],)}) if one.start in where else claim
            for claim, one in zip(made, said, strict=True)
        )
        return Extraction(
            issuer=self._issuer(made),
            parties=self.parties.records(),
            events=tuple(self._event(number, one) for number, one in enumerate(happened, 1)),
            figures=figures,
            claims=linked,
        )

    def _issuer(self, made: list[Claim]) -> str | None:
        """The party whose own statement the text is: a press-release wire carried it, and that party speaks first."""
        header = " ".join(self.text.header.get(key, "") for key in ("dateline", "publisher"))
        whole = header + " " + " ".join(sentence.text for sentence in self.text.sentences[:OPENING])
        if not RELEASE.search(whole):
            return None
        types = {party.id: party.type for party in self.parties.records()}
        return next((id for claim in made for id in claim.speakers if types[id] not in ("person", "media")), None)

    def _claims(self, said: list[Said]) -> list[Claim]:
        """Claims as records."""
        made = []
        for number, one in enumerate(said, 1):
            speakers = self.parties.of(one.source.index, one.source.first, one.source.last) if one.source else ()
            content = _bare(self.text.passage(one.start, one.first, one.end, one.last))
            made.append(
                Claim(
                    id=f"c{number}",
                    speakers=speakers,
                    act=one.act,
                    said=one.said,
                    content=content,
                    sentence=self.text.sentences[one.start].number,
                )
            )
        return made

    def _figures(self, said: list[Said], where: Mapping[int, str], happened: list[events.Happening]) -> tuple[Figure, ...]:
        """Figures as records."""
        made: list[Figure] = []
        spoken, begun = _spoken(said), _begun(happened)
        for index, sentence in enumerate(self.text.sentences):
            for count in counts.find(self.text, index):
                parties: tuple[str, ...] = ()
                if made and made[-1].sentence == sentence.number and counts.more(sentence, count.first, count.last):
                    parties = made[-1].parties
                elif count.last >= count.first and roles.actor(sentence, count.first, count.last):
                    parties = self.parties.of(index, count.first, count.last, topic=False)
                made.append(
                    Figure(
                        id=f"f{len(made) + 1}",
                        event=_told(begun.get(index, ()), count.first) or _nearest(where, index, count),
                        text=count.text,
                        counted=count.counted,
                        measure=count.measure,
                        parties=parties,
                        scope=count.scope,
                        claim=_inside(spoken.get(index, []), index, count.first),
                        sentence=sentence.number,
                    )
                )
        return tuple(made)

    def _event(self, number: int, one: events.Happening) -> Event:
        """One event as a record."""
        return Event(
            id=f"e{number}",
            type=one.type,
            title=one.title,
            date=one.date,
            places=tuple(sorted(one.places, key=lambda place: place in one.things)),
            by=tuple(one.by),
            against=tuple(one.against),
            outcome=one.outcome,
            status=one.status,
            salience=one.salience,
            sentences=tuple(self.text.sentences[index].number for index in one.indexes),
        )


def _bare(passage: str) -> str:
    """The passage without its outer quotation marks; marks inside it stay in pairs."""
    passage = passage.strip(" \t,")
    while passage and passage[0] in '“”"„«»':
        passage = passage[1:].lstrip()
    for opening, closing in (("“", "”"), ("«", "»"), ('"', '"'), ("''", "''")):
        odd = passage.count(closing) % 2 if opening == closing else passage.count(closing) > passage.count(opening)
        if odd and passage.rstrip(".").endswith(closing):
            passage = passage.rstrip(".").removesuffix(closing).rstrip(" ,")
    return passage


def _claimed(one: events.Happening, speakers: tuple[str, ...]) -> None:
    """Who claims responsibility for an event acted in it, where nobody else is said to have."""
    if not one.by:
        one.by.update(dict.fromkeys(id for id in speakers if id not in one.against))


def _begun(happened: Sequence[events.Happening]) -> dict[int, list[tuple[int, int]]]:
    """Index of a sentence → the events it tells: the first word of each one's part, and its number as a negative."""
    found: dict[int, list[tuple[int, int]]] = {}
    for number, one in enumerate(happened, 1):
        for index, first in one.parts.items():
            found.setdefault(index, []).append((first, -number))
    return found


def _told(begun: Sequence[tuple[int, int]], place: int) -> str | None:
    """The event that word `place` of a sentence tells: the one whose part of the sentence begins last before it."""
    _, number = max((part for part in begun if part[0] <= place), default=(0, 0))
    return f"e{-number}" if number else None


def _nearest(where: Mapping[int, str], index: int, count: counts.Count) -> str | None:
    """The event told shortly before a sentence that tells none: its victims and losses belong there."""
    if count.scope == "cumulative" or count.measure not in LOSSES:
        return None
    return next((where[near] for near in range(index - 1, index - 1 - events.NEAR, -1) if near in where), None)


def _spoken(said: list[Said]) -> dict[int, list[tuple[str, Said]]]:
    """Index of a sentence → the claims whose content reaches into it, with their ids."""
    found: dict[int, list[tuple[str, Said]]] = {}
    for number, one in enumerate(said, 1):
        for index in range(one.start, one.end + 1):
            found.setdefault(index, []).append((f"c{number}", one))
    return found


def _inside(said: list[tuple[str, Said]], index: int, place: int) -> str | None:
    """Id of the innermost claim whose content holds word `place` of sentence `index`."""
    for id, one in reversed(said):
        if (one.start, one.first) <= (index, place) <= (one.end, one.last + 1):
            return id
    return None


def _completion(body: Mapping[str, object], messages: Sequence[object], name: str, arguments: str) -> dict[str, object]:
    """The reply in the shape of the protocol; its ids are hashes of what was asked."""
    asked = json.dumps(messages, ensure_ascii=False, sort_keys=True, default=str)
    digest = hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    call = {"id": f"call_{digest}", "type": "function", "function": {"name": name, "arguments": arguments}}
    message: dict[str, object] = {"role": "assistant", "content": None, "tool_calls": [call]}
    if not body.get("tools"):
        message = {"role": "assistant", "content": arguments}
    prompt, answered = len(asked) // CHARACTERS_PER_TOKEN, len(arguments) // CHARACTERS_PER_TOKEN
    return {
        "id": f"chatcmpl-{digest}",
        "object": "chat.completion",
        "created": 0,
        "model": MODEL,
        "choices": [
            {"index": 0, "message": message, "logprobs": None, "finish_reason": "tool_calls" if body.get("tools") else "stop"}
        ],
        "usage": {"prompt_tokens": prompt, "completion_tokens": answered, "total_tokens": prompt + answered},
    }
