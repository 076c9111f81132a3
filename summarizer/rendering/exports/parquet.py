"""The rows of figures as a Parquet file (extra `parquet`)."""

import io
from decimal import Decimal
from typing import Any

from schemas import Briefing
from summarizer.exceptions import MissingExtra
from summarizer.rendering import words
from summarizer.rendering.exports import rows

__all__ = ["parquet"]

DATES = ("published", "date_start", "date_end")
WHOLE = ("sentence", "start", "end")
NUMBERS = ("low", "high")
"""Bounds are 64-bit floating point here, exact up to 2**53; the CSV has every digit."""


def parquet(briefing: Briefing) -> bytes:
    """The same rows as the CSV, with typed columns. Raises MissingExtra."""
    try:
        import pyarrow
        from pyarrow import parquet as files
    except ImportError as error:
        raise MissingExtra("parquet", "Writing Parquet") from error
    fields = [pyarrow.field(name, column_type(pyarrow, name)) for name in rows.COLUMNS]
    table = pyarrow.Table.from_pylist([typed(row) for row in rows.figures(briefing)], schema=pyarrow.schema(fields))
    out = io.BytesIO()
    files.write_table(table, out)
    return out.getvalue()


def column_type(pyarrow: Any, name: str) -> Any:  # Any: pyarrow has no types of its own
    """The type of a column."""
    if name in DATES:
        return pyarrow.date32()
    if name in WHOLE:
        return pyarrow.int64()
    if name in NUMBERS:
        return pyarrow.float64()
    return pyarrow.bool_() if name == "hearsay" else pyarrow.string()


def typed(row: rows.Row) -> dict[str, object]:
    """A row with the values that the columns take."""
    return {name: float(value) if isinstance(value, Decimal) else shown(value) for name, value in row.items()}


def shown(value: rows.Value) -> object:
    """Text made safe to show; other values as they are."""
    return words.plain(value) if isinstance(value, str) else value
