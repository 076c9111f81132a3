"""Names across articles: folding, acronyms, alias tables, bodies of states. A close spelling is never a reason here."""

from summarizer.names.acronyms import acronyms
from summarizer.names.aliases import Alias, Aliases, load
from summarizer.names.descriptions import bare, core, is_generic
from summarizer.names.keys import key, words
from summarizer.names.nations import Body, bodies, body, countries, country, kind, speaks_for
from summarizer.names.offices import Institution, Office, institution, office

__all__ = [
    "Alias",
    "Aliases",
    "Body",
    "Institution",
    "Office",
    "acronyms",
    "bare",
    "bodies",
    "body",
    "core",
    "countries",
    "country",
    "institution",
    "is_generic",
    "key",
    "kind",
    "load",
    "office",
    "speaks_for",
    "words",
]
