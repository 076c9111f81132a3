"""The store as the client's cache, with what a caller wants asked anew."""

from summarizer.store import Kept, Store

__all__ = ["Shelf"]


class Shelf:
    """Answers from the store: all of them, without the failed ones (`retry`), or none that an earlier run paid for (`fresh`)."""

    def __init__(self, store: Store, *, fresh: bool = False, retry: bool = False) -> None:
        self.store, self.fresh, self.retry = store, fresh, retry
        # What this run has asked itself is not asked twice, however fresh it is to be.
        self.own: set[str] = set()

    def get(self, key: str) -> Kept | None:
        """The kept answer, where it may be used."""
        if self.fresh and key not in self.own:
            return None
        kept = self.store.get(key)
        return None if kept and kept.failure and self.retry and key not in self.own else kept

    def put(self, key: str, kept: Kept, *, schema: str) -> None:
        """Keep an answer."""
        self.store.put(key, kept, schema=schema)
        if self.fresh or self.retry:
            self.own.add(key)
