"""The table of formats, and the one function that writes them."""

import importlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass

from schemas import Briefing
from summarizer.exceptions import MissingExtra
from summarizer.rendering.places import Gazetteer, locate

__all__ = ["FORMATS", "Format", "by_ending", "render", "require"]


@dataclass(frozen=True)
class Format:
    """One way to write a briefing."""

    name: str
    """Name on the command line."""
    suffix: str
    """Ending of its files, with the dot."""
    about: str
    """What it is, in a few words."""
    writer: str
    """`module:function` that takes a briefing and gives text or bytes."""
    binary: bool = False
    """Whether it is written as bytes."""
    extra: str | None = None
    """Extra of the package that it needs, if any."""
    module: str | None = None
    """Module that the extra brings."""
    places: bool = False
    """Whether it shows coordinates."""


FORMATS: dict[str, Format] = {
    listed.name: listed
    for listed in (
        Format("acled", ".acled.csv", "events as CSV in the shape of ACLED's export", "exports.tables:acled", places=True),
        Format("bibtex", ".bib", "sources as BibTeX", "exports.citations:bibtex"),
        Format("csl", ".csl.json", "sources as CSL-JSON", "exports.citations:csl"),
        Format("csv", ".csv", "figures as CSV, one line a statement", "exports.tables:csv"),
        Format("docx", ".docx", "Word document", "exports.document:docx", binary=True, extra="docx", module="docx"),
        Format("ged", ".ged.csv", "events with deaths as CSV in the shape of UCDP GED", "exports.tables:ged", places=True),
        Format("geojson", ".geojson", "events as GeoJSON", "exports.geography:geojson", places=True),
        Format("html", ".html", "one self-contained page that leads from every figure to its sentence", "page:page", places=True),
        Format("json", ".json", "the whole briefing as one JSON object", "data:json"),
        Format("jsonl", ".jsonl", "the briefing's records, one JSON object a line", "data:jsonl"),
        Format("kml", ".kml", "events as KML", "exports.geography:kml", places=True),
        Format("md", ".md", "Markdown situation report with footnotes", "markdown:markdown"),
        Format(
            "parquet", ".parquet", "figures as Parquet", "exports.parquet:parquet", binary=True, extra="parquet", module="pyarrow"
        ),
        Format("stix", ".stix.json", "a STIX 2.1 report", "exports.stix:stix", extra="stix", module="stix2"),
    )
}
"""Every format by its name, sorted."""


def by_ending(name: str) -> Format | None:
    """The format whose ending a file name has, the longest one first ("x.stix.json" is STIX); None where none fits."""
    fitting = [listed for listed in FORMATS.values() if name.lower().endswith(listed.suffix)]
    return max(fitting, key=lambda listed: len(listed.suffix), default=None)


def require(format: str) -> None:
    """Raise MissingExtra where the format needs a package that is not installed: a run that is paid for comes after this."""
    chosen = FORMATS[format]
    if chosen.extra and chosen.module and importlib.util.find_spec(chosen.module) is None:
        raise MissingExtra(chosen.extra, f"The format {format}")


def render(briefing: Briefing, format: str, *, gazetteer: Gazetteer | None = None) -> str | bytes:
    """The briefing in one of FORMATS: text, or bytes where the format is binary.

    The same briefing (and gazetteer) gives the same characters. Raises KeyError for a name that is not in FORMATS, and
    MissingExtra where an optional package is not installed.
    """
    chosen = FORMATS[format]
    module, function = chosen.writer.split(":")
    writer: Callable[..., str | bytes] = getattr(importlib.import_module(f"{__package__}.{module}"), function)
    return writer(briefing, locate(briefing, gazetteer)) if chosen.places else writer(briefing)
