"""From what the model said to what the article supports: every figure, date, quotation, name and id is looked up.

Nothing here raises for what an extraction says: what does not hold is a finding on its item, and stays shown.
"""

from schemas import Article, Check, Extraction, Provenance, Repair, Usage, ValidatedClaim, ValidatedExtraction, ValidatedFigure
from summarizer.validation.claims import claim
from summarizer.validation.context import Context
from summarizer.validation.events import event, worst
from summarizer.validation.figures import figure
from summarizer.validation.names import Parties
from summarizer.validation.references import finding, tidy
from summarizer.validation.repairing import allowed, amend, asked, failing, mended

__all__ = ["amend", "failing", "mend", "validate"]


def validate(extraction: Extraction, article: Article, *, provenance: Provenance | None = None) -> ValidatedExtraction:
    """What the article supports of an extraction, each item with its check; never raises for what the extraction says."""
    context = Context(article)
    tidied = tidy(extraction)
    said, notes = tidied.extraction, tidied.findings
    parties = Parties(said.parties, context)
    claims = {each.id: claim(each, context) for each in said.claims}
    pairs = [figure(each, context, claims, said.issuer, notes.get(each.id, ())) for each in said.figures]
    figures = tuple(validated for validated, _ in pairs)
    events = tuple(event(each, notes.pop(each.id, ()), context) for each in said.events)
    claimed = tuple(_filled(each, figures, parties, notes) for each in claims.values())
    rest = [check for each in notes.values() for check in each]
    return ValidatedExtraction(
        article=article,
        issuer=said.issuer,
        parties=parties.validated,
        events=events,
        figures=figures,
        claims=claimed,
        checks=(*rest, *parties.findings, *(note for _, found in pairs for note in found)),
        raw=extraction,
        provenance=provenance,
    )


def mend(validated: ValidatedExtraction, repair: Repair, usage: Usage | None = None) -> ValidatedExtraction:
    """The same article after the answer to a repair request.

    Corrections count where they were asked for; items that the answer withdraws stay in the record, rejected.
    """
    kept, findings = allowed(repair, asked(validated))
    after = validate(amend(validated.raw, kept), validated.article, provenance=validated.provenance)
    return mended(validated, after, kept, findings, usage)


def _filled(
    each: ValidatedClaim, figures: tuple[ValidatedFigure, ...], parties: Parties, notes: dict[str, list[Check]]
) -> ValidatedClaim:
    """The claim with the figures inside its words; to review where its speaker cannot be followed to the text."""
    unnamed = [speaker for speaker in each.said.speakers if speaker in parties.missing]
    for speaker in unnamed:
        words = f"{speaker} speaks, and no name of it stands in the text."
        notes.setdefault(each.id, []).append(finding(f"{each.id}.speakers", speaker, words, "unclear"))
    soft = notes.get(each.id) and "review"
    return each.model_copy(
        update={
            "figures": tuple(one.id for one in figures if _inside(one, each)),
            "decision": worst([each.decision, "review"]) if soft else each.decision,
        }
    )


def _inside(one: ValidatedFigure, each: ValidatedClaim) -> bool:
    if one.start is None or one.end is None or each.start is None or each.end is None:
        return False
    return each.start <= one.start and one.end <= each.end
