"""Sets that are joined step by step (union-find)."""

from collections.abc import Iterable
from typing import Generic, TypeVar

__all__ = ["Unions"]


T = TypeVar("T")


class Unions(Generic[T]):
    """Disjoint sets over items that were added."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._parent: dict[T, T] = {item: item for item in items}

    def add(self, item: T) -> None:
        """Adds a set of one, where the item is new."""
        self._parent.setdefault(item, item)

    def find(self, item: T) -> T:
        """The item that stands for the set of `item`."""
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, a: T, b: T) -> None:
        """Joins the sets of `a` and `b`."""
        self._parent[self.find(b)] = self.find(a)

    def sets(self) -> dict[T, list[T]]:
        """Each set, in the order in which its items were added."""
        found: dict[T, list[T]] = {}
        for item in self._parent:
            found.setdefault(self.find(item), []).append(item)
        return found
