"""Claims across articles: one claim with its appearances, and the claims that stand against it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from schemas import Appearance, ClaimGroup, Evidence, ValidatedClaim, ValidatedExtraction
from schemas.extraction import Act
from summarizer.merging.parties import Parties
from summarizer.merging.unions import Unions
from summarizer.merging.wording import RECENT, overlap, stem, stems, table
from summarizer.names import words

__all__ = ["assemble"]

ALIKE = 0.5
"""Share of the words of the shorter content from which one speaker's two claims are one."""
ENOUGH = 3
"""Words in common that this takes at least."""
WINDOW = 40
"""Claims of one speaker about one event that a claim is compared with; more are a speech, not a claim."""

_SAYING: frozenset[Act] = frozenset(["announces", "asserts", "assesses", "claims_responsibility", "confirms"])
_OPPOSED: frozenset[frozenset[str]] = frozenset({frozenset({"taken", "kept"}), frozenset({"taken", "retaken"})})


@dataclass(frozen=True, slots=True)
class _Heard:
    """A claim of one article, ready to be compared."""

    claim: ValidatedClaim
    appearance: Appearance
    speakers: tuple[str, ...]
    roots: tuple[str, ...]
    about: tuple[str, ...]
    stems: frozenset[str]
    counts: frozenset[str]

    @property
    def node(self) -> tuple[str, str]:
        """Article and claim id."""
        return self.appearance.article, self.appearance.claim


def assemble(
    validated: Sequence[ValidatedExtraction],
    parties: Parties,
    clusters: Mapping[tuple[str, str], str],
    groups: Mapping[tuple[str, str], str],
) -> tuple[ClaimGroup, ...]:
    """Claims joined across articles, by speaker and place in the articles.

    `clusters`: article and event id → cluster; `groups`: article and figure id → figure group.
    """
    heard = [
        _heard(one, claim, parties, clusters, groups) for one in validated for claim in one.claims if claim.decision != "rejected"
    ]
    heard.sort(key=_order)
    sets = sorted(_joined(heard), key=lambda members: (_speaker(members[0], parties), _order(members[0])))
    found = [_group(members, parties) for members in sets]
    against = _against(sets, found)
    return tuple(group.model_copy(update=against[group.id]) if group.id in against else group for group in found)


def _order(heard: _Heard) -> tuple[str, str, int, int, str]:
    """Sorting key: name of the article, its id, place in the text, id."""
    one = heard.appearance
    return one.name, one.article, one.evidence.sentence, one.evidence.start, one.claim


def _speaker(heard: _Heard, parties: Parties) -> str:
    """The first speaker's name, folded; hearsay last."""
    return " ".join(words(parties.name(heard.speakers[0]))) if heard.speakers else "\uffff"


def _heard(
    one: ValidatedExtraction,
    claim: ValidatedClaim,
    parties: Parties,
    clusters: Mapping[tuple[str, str], str],
    groups: Mapping[tuple[str, str], str],
) -> _Heard:
    """One claim of one article."""
    speakers = parties.of(one.article.id, claim.said.speakers or ((one.issuer,) if one.issuer and not claim.hedged else ()))
    about = tuple(
        dict.fromkeys(clusters[one.article.id, event] for event in claim.said.about if (one.article.id, event) in clusters)
    )
    appearance = Appearance(
        article=one.article.id,
        name=one.article.name,
        claim=claim.id,
        mode=claim.mode,
        said=claim.said.said,
        evidence=_evidence(one, claim),
    )
    roots = tuple(sorted({parties.root(party) for party in speakers}))
    return _Heard(claim, appearance, speakers, roots, about, stems(claim.said.content), _counts(one, claim, groups))


def _counts(one: ValidatedExtraction, claim: ValidatedClaim, groups: Mapping[tuple[str, str], str]) -> frozenset[str]:
    """Ids of the groups of the figures inside a claim."""
    own = {figure.id for figure in one.figures if figure.said.claim == claim.id} | set(claim.figures)
    return frozenset(groups[one.article.id, figure] for figure in own if (one.article.id, figure) in groups)


def _evidence(one: ValidatedExtraction, claim: ValidatedClaim) -> Evidence:
    """Where a claim stands."""
    if claim.check.evidence:
        return claim.check.evidence[0]
    number = min(max(claim.said.sentence, 1), max(len(one.article.sentences), 1))
    text = one.article.text
    held = one.article.sentences[number - 1] if one.article.sentences else None
    start, end = (
        (claim.start, claim.end)
        if claim.start is not None and claim.end is not None
        else (held.start, held.end)
        if held
        else (0, 0)
    )
    quote = text[held.start : held.end] if held else text[start:end]
    return Evidence(
        article=one.article.id, name=one.article.name, sentence=number, start=start, end=end, text=text[start:end], quote=quote
    )


def _joined(heard: list[_Heard]) -> list[list[_Heard]]:
    """Sets of claims that are one; candidates share speaker and event, or speaker and a word where no event is named."""
    unions: Unions[int] = Unions(range(len(heard)))
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, one in enumerate(heard):
        for root in one.roots:
            for event in one.about:
                blocks[root, event].append(place)
            for word in sorted(one.stems) if not one.about else ():
                blocks[root, "word", word].append(place)
    for members in blocks.values():
        for i, a in enumerate(members):
            for b in members[i + 1 : i + 1 + WINDOW]:
                if unions.find(a) != unions.find(b) and _one(heard[a], heard[b]):
                    unions.join(a, b)
    return [[heard[place] for place in sorted(places)] for places in unions.sets().values()]


def _one(a: _Heard, b: _Heard) -> bool:
    """Whether two claims of one speaker are one."""
    if a.roots != b.roots or (a.claim.said.act == "denies") != (b.claim.said.act == "denies"):
        return False
    if (a.claim.said.act == "declines_to_say") != (b.claim.said.act == "declines_to_say"):
        return False
    if a.claim.said.act == b.claim.said.act == "claims_responsibility" and a.about and a.about == b.about:
        return True
    if a.counts & b.counts and a.about and set(a.about) & set(b.about):
        return True
    return _numbers(a) == _numbers(b) and len(a.stems & b.stems) >= ENOUGH and overlap(a.stems, b.stems) >= ALIKE


def _numbers(heard: _Heard) -> frozenset[str]:
    """The numerals in a claim; two claims with different numbers are two."""
    return frozenset(word for word in heard.stems if word.isdigit())


def _group(members: list[_Heard], parties: Parties) -> ClaimGroup:
    """One claim with its appearances."""
    acts = [one.claim.said.act for one in members]
    return ClaimGroup(
        id=sha256("\x1f".join(f"{a}:{c}" for a, c in sorted(one.node for one in members)).encode()).hexdigest()[:16],
        speakers=parties.names(dict.fromkeys(party for one in members for party in one.speakers)),
        act=acts[0],
        content=members[0].claim.said.content,
        hedged=all(one.claim.hedged for one in members),
        appearances=tuple(one.appearance for one in members),
        about=tuple(dict.fromkeys(event for one in members for event in one.about)),
    )


def _against(sets: list[list[_Heard]], groups: list[ClaimGroup]) -> dict[str, dict[str, object]]:
    """Id of a claim group → what it opposes and why."""
    by_event: dict[str, list[int]] = defaultdict(list)
    for place, group in enumerate(groups):
        for event in group.about:
            by_event[event].append(place)
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for places in by_event.values():
        for i, a in enumerate(places):
            for b in places[i + 1 : i + 1 + WINDOW]:
                reason = _opposed(sets[a], sets[b], groups[a], groups[b])
                if reason:
                    found[groups[a].id].append((groups[b].id, reason))
                    found[groups[b].id].append((groups[a].id, reason))
    return {
        claim: {"opposes": tuple(sorted({other for other, _ in held})), "reason": sorted({reason for _, reason in held})[0]}
        for claim, held in found.items()
    }


def _opposed(a: list[_Heard], b: list[_Heard], one: ClaimGroup, two: ClaimGroup) -> str | None:
    """Why two claims about one event stand against each other."""
    roots = {root for heard in a for root in heard.roots}, {root for heard in b for root in heard.roots}
    if not roots[0] or not roots[1] or roots[0] & roots[1]:
        return None
    for left, right in ((one, two), (two, one)):
        if left.act == "denies" and right.act in _SAYING:
            return f"{', '.join(left.speakers)} denies what {', '.join(right.speakers)} says of the same event."
    held = control(one.content), control(two.content)
    if any(frozenset({x, y}) in _OPPOSED for x in held[0] for y in held[1]):
        return f"{', '.join(one.speakers)} and {', '.join(two.speakers)} give opposite accounts of who holds the place."
    return None


@lru_cache(maxsize=1)
def _control() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Kind → stems of a phrase, longest first."""
    lines = [line.split(":", 1) for line in table("control.txt")]
    phrases = [(kind, tuple(stem(word) for word in phrase.split())) for kind, line in lines for phrase in line.split(";")]
    return tuple(sorted(phrases, key=lambda held: (-len(held[1]), held)))


@lru_cache(maxsize=RECENT)
def control(content: str) -> frozenset[str]:
    """What the words say happened to a place: taken, kept or retaken."""
    told = f" {' '.join(stem(word) for word in words(content))} "
    return frozenset(kind for kind, phrase in _control() if f" {' '.join(phrase)} " in told)
