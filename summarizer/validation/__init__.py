"""From what the model said to what the article supports: every figure, date, quotation, name and id is looked up.

Nothing here raises for what an extraction says: what does not hold is a finding on its item, and stays shown.
"""

from schemas import Article, Extraction, Provenance, Repair, Usage, ValidatedExtraction
from summarizer.validation.claims import claim, followed
from summarizer.validation.context import Context
from summarizer.validation.events import event
from summarizer.validation.figures import figure
from summarizer.validation.names import Parties
from summarizer.validation.passages import Inside, Passages
from summarizer.validation.references import heard, named, tidy
from summarizer.validation.repairing import allowed, amend, asked, failing, mended

__all__ = ["amend", "failing", "mend", "validate"]


def validate(extraction: Extraction, article: Article, *, provenance: Provenance | None = None) -> ValidatedExtraction:
    """What the article supports of an extraction, each item with its check; never raises for what the extraction says."""
    context = Context(article)
    tidied = tidy(extraction)
    said, findings = tidied.extraction, tidied.findings
    parties = Parties(said.parties, context, findings)
    said = heard(said, parties.missing, findings)
    claims = {each.id: claim(each, context, findings) for each in said.claims}
    passages = Passages(claims)
    figures = tuple(figure(each, context, passages, said.issuer, findings) for each in said.figures)
    events = tuple(event(each, context, findings) for each in said.events)
    inside = Inside(figures)
    return ValidatedExtraction(
        article=article,
        issuer=said.issuer,
        parties=parties.validated,
        events=events,
        figures=figures,
        claims=tuple(followed(each, passages, inside, parties, findings) for each in claims.values()),
        checks=findings.all(),
        raw=extraction,
        provenance=provenance,
    )


def mend(validated: ValidatedExtraction, repair: Repair, usage: Usage | None = None) -> ValidatedExtraction:
    """The same article after the answer to a repair request.

    Corrections count where they were asked for; items that the answer withdraws stay in the record, rejected.
    """
    kept, refused = allowed(repair, asked(validated))
    first = named(validated.raw)
    after = validate(amend(first.extraction, kept), validated.article, provenance=validated.provenance)
    return mended(validated, after, kept, (*first.findings.all(), *refused), usage)
