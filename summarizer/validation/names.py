"""Parties: every name must stand in the text as a whole word; one that does not is dropped and said."""

import re

from schemas import Check, Party, ValidatedClaim, ValidatedParty
from schemas.validation import Verdict
from summarizer import names
from summarizer.alignment import Match, locate
from summarizer.validation.context import Context
from summarizer.validation.findings import Findings

__all__ = ["Parties", "name"]


BEFORE = 200
"""Code points before a bracket among which the full name of an acronym is looked for."""
BRACKETS = re.compile(r"\([^()\n]{2,120}\)")


class Parties:
    """The parties of one article with the checks of their names."""

    def __init__(self, said: tuple[Party, ...], context: Context, findings: Findings) -> None:
        """Look every name up."""
        self.context = context
        self._findings = findings
        self._short = {names.key(full): short for short, full in names.acronyms(_brackets(context.text)).items()} if said else {}
        self.validated = tuple(self._party(party, context) for party in said)
        self._first = {party.id: self._earliest(party) for party in self.validated}
        self.missing = {party.id for party in self.validated if party.check.decision == "rejected" and not party.said.also}

    def unheard(self, speaker: str, claim: ValidatedClaim) -> str | None:
        """Why a party cannot be followed as a speaker: it has no name in the text before the paragraph of the statement ends."""
        if claim.end is None or speaker not in self._first:
            return None
        last = self.context.paragraph_end(claim.end - 1)
        if self._first[speaker] < last:
            return None
        return f"{speaker} is named only after the paragraph of the statement."

    def _party(self, party: Party, context: Context) -> ValidatedParty:
        check = name(party.name, f"{party.id}.name", context)
        also = tuple(word for word in dict.fromkeys(party.also) if self._stands(word, party, context))
        kept = party if also == party.also else party.model_copy(update={"also": also})
        if check.decision == "rejected" and also:
            kept = kept.model_copy(update={"name": also[0], "also": also})
            check = check.model_copy(update={"explanation": f"{check.explanation} The text's own words are used: “{also[0]}”."})
        return ValidatedParty(id=party.id, said=kept, acronym=self._acronym(kept), check=check)

    def _stands(self, word: str, party: Party, context: Context) -> bool:
        check = name(word, f"{party.id}.also", context)
        if check.decision != "accepted":
            self._findings.note("party", party.id, check)
        return check.decision != "rejected"

    def _earliest(self, party: ValidatedParty) -> int:
        """Where the first of the party's names stands; 0 where only a likeness does."""
        found = [self.context.first(word) for word in (party.said.name, *party.said.also)]
        return min((match.start for match in found if match is not None), default=0)

    def _acronym(self, party: Party) -> str | None:
        """The acronym that the text gives for one of the party's names."""
        return next((short for word in (party.name, *party.also) if (short := self._short.get(names.key(word)))), None)


def _brackets(text: str) -> str:
    """Every pair of brackets with the words before it, one a line: the only places in which a text explains an acronym."""
    found = []
    for match in BRACKETS.finditer(text):
        begin = max(0, match.start() - BEFORE)
        begin = max(begin, *(text.rfind(mark, begin, match.start()) + 1 for mark in "()\n"))
        found.append(text[begin : match.end()])
    return "\n".join(found)


def name(words: str, item: str, context: Context) -> Check:
    """Whether a name stands in the text: as a whole word, only in boilerplate, only in a longer word, spelt otherwise, or not."""
    first = context.first(words)
    if first is not None:
        for match in (first,) if context.told(first) else context.names(words):
            if context.told(match):
                return _check(words, item, context, match, "supported", "The name stands in the text.")
        return _check(words, item, context, first, "unclear", "The name stands only in what is not news.")
    inside = _inside(words, context)
    if inside is not None:
        longer = context.text[inside.start : inside.end]
        return _check(words, item, context, inside, "imprecise", f"The text has it only within “{longer}”.")
    near = locate(words, context.text)
    if near is not None:
        there = context.text[near.start : near.end]
        return _check(words, item, context, near, "imprecise", f"The text spells it “{there}”.")
    return _check(words, item, context, None, "unsupported", "The name does not stand in the text.")


def _inside(words: str, context: Context) -> Match | None:
    """The longer word in which the name stands ("Mali" in "Malian")."""
    wanted = words.strip()
    at = context.text.find(wanted) if wanted else -1
    if at < 0:
        return None
    start, end = at, at + len(wanted)
    while start and context.text[start - 1].isalnum():
        start -= 1
    while end < len(context.text) and context.text[end].isalnum():
        end += 1
    return Match(start, end, "near", 100.0 * len(wanted) / (end - start))


def _check(words: str, item: str, context: Context, match: Match | None, verdict: Verdict, explanation: str) -> Check:
    evidence = context.evidence(match.start, match.end) if match is not None else ()
    return Check(
        of="name", item=item, text=words, start=0, end=len(words), verdict=verdict, explanation=explanation, evidence=evidence
    )
