"""The base of every record: frozen, closed, one sentence under each field."""

from pydantic import BaseModel, ConfigDict

SCHEMA_VERSION = "1"


class Record(BaseModel):
    """A value that never changes and admits no unknown field."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
