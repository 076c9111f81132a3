"""Event types of the embedded model on a set in the layout of CASE 2021 task 2: one JSON object a line, `id` and `text`.

usage: python -m bench.case GOLD.jsonl[.gz] PREDICTIONS.jsonl

Writes one object a snippet: `id` and `coarse`, the type of the first main event ("other" where there is none).
"""

from bench.embedded import extraction, predict
from schemas.extraction import Extraction

MAPPED = {
    "sanction_or_withdrawal": "agreement_or_cooperation",
    "political_change": "other",
    "displacement_or_humanitarian": "other",
}
"""Types that the set does not have, and where it files them."""
STATEMENTS = frozenset({"accuses", "claims_responsibility", "condemns", "denies"})


def coarse(found: Extraction) -> str:
    """The type of the first main event, else of the first event; a text of claims alone is a statement."""
    main = [event for event in found.events if event.salience == "main"] or list(found.events)
    if main:
        return MAPPED.get(main[0].type, main[0].type)
    return "statement" if any(claim.act in STATEMENTS for claim in found.claims) else "other"


def main() -> None:
    """Write the predictions."""
    predict(__doc__, "id", lambda article: {"coarse": coarse(extraction(article))})


if __name__ == "__main__":
    main()
