"""One SQLite file that keeps what was paid for, and what became of every article in every run."""

from summarizer.store.rows import Claim, Held, Kept, Known, Outcome, OutcomeStatus, Run, RunStatus, Taken
from summarizer.store.store import Store, default_path

__all__ = ["Claim", "Held", "Kept", "Known", "Outcome", "OutcomeStatus", "Run", "RunStatus", "Store", "Taken", "default_path"]
