"""CSV: our own columns, and the shapes of ACLED's and UCDP GED's files.

A cell never begins a formula (OWASP, CSV injection), whatever the article says.
"""

import csv as files
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from schemas import Briefing
from summarizer.rendering import words
from summarizer.rendering.exports import codebooks, rows
from summarizer.rendering.places import Places

__all__ = ["acled", "csv", "ged"]

FORMULA = re.compile(r"\s*[=+\-@|%＝＋－＠]")
"""What a spreadsheet may take for the beginning of a formula: OWASP's list, with full-width forms."""


def csv(briefing: Briefing) -> str:
    """One line for each statement of a figure; see `rows.COLUMNS`."""
    return table(rows.COLUMNS, rows.figures(briefing))


def acled(briefing: Briefing, located: Places) -> str:
    """Events of the kinds that ACLED counts, in the shape of its export; see `codebooks.ACLED`."""
    return table(codebooks.ACLED, codebooks.acled(briefing, located))


def ged(briefing: Briefing, located: Places) -> str:
    """Events with stated deaths, in the shape of UCDP's Georeferenced Event Dataset; see `codebooks.GED`."""
    return table(codebooks.GED, codebooks.ged(briefing, located))


def table(columns: Sequence[str], lines: Iterable[Mapping[str, rows.Value]]) -> str:
    """A CSV file after RFC 4180, every text in quotation marks; what is unknown is an empty cell."""
    out = io.StringIO()
    writer = files.writer(out, quoting=files.QUOTE_NOTNULL if hasattr(files, "QUOTE_NOTNULL") else files.QUOTE_ALL)
    writer.writerow(columns)
    for line in lines:
        writer.writerow([cell(line.get(column)) for column in columns])
    return out.getvalue()


def cell(value: rows.Value) -> str:
    """One cell: numbers as they are, text on one line and never a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    text = " ".join(words.plain(value).split())
    return f"'{text}" if FORMULA.match(text) else text
