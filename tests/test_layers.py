"""Each module imports only from lines above its own in docs/architecture.md."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("prompts", "schemas", "summarizer")


def layers() -> dict[str, int]:
    """Module → line of the list, lowest first."""
    block = re.search(r"```layers\n(.*?)```", (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    return {module: line for line, words in enumerate(block[1].strip().splitlines()) for module in words.split()}


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__").removesuffix(".__main__")


def unit_of(module: str) -> str:
    """The entry of the list that a module belongs to: the package itself, or its first two names."""
    parts = module.split(".")
    return parts[0] if parts[0] in ("schemas", "prompts") else ".".join(parts[:2])


def imports_of(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute"
            if node.module == "summarizer":
                yield from ((node.lineno, f"summarizer.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, node.module


def modules() -> list[Path]:
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: module_of(path))
def test_a_module_imports_only_from_lower_layers(path: Path) -> None:
    order = layers()
    own = unit_of(module_of(path))
    known = {unit for unit in order if unit != "summarizer"}
    upward = [
        f"{path.relative_to(ROOT)}:{line} imports {unit_of(name)}"
        for line, name in imports_of(path)
        if name.split(".")[0] in PACKAGES
        and unit_of(name) != own
        and unit_of(name) in known
        and order[unit_of(name)] >= order[own]
        and not is_base(own, unit_of(name), order)
    ]
    assert upward == []


def is_base(own: str, other: str, order: dict[str, int]) -> bool:
    """The first line holds the ground everything stands on; its modules may use one another in the order written."""
    names = list(order)
    return order[own] == order[other] == 0 and names.index(other) < names.index(own)


def test_every_module_stands_in_the_list() -> None:
    assert sorted({unit_of(module_of(path)) for path in modules()} - set(layers())) == []


def test_the_records_import_nothing_but_pydantic() -> None:
    allowed = {"collections", "datetime", "decimal", "pydantic", "schemas", "typing"}
    found = {name.split(".")[0] for path in (ROOT / "schemas").rglob("*.py") for _, name in imports_of(path)}
    assert found <= allowed


def test_only_the_client_knows_openai_and_instructor() -> None:
    others = [
        f"{module_of(path)} imports {name}"
        for path in modules()
        for _, name in imports_of(path)
        if name.split(".")[0] in ("instructor", "openai") and unit_of(module_of(path)) != "summarizer.client"
    ]
    assert others == []


def test_only_the_settings_read_the_environment() -> None:
    readers = [
        module_of(path)
        for path in modules()
        if re.search(r"\bos\.(environ|getenv)\b|from os import .*environ", path.read_text(encoding="utf-8"))
    ]
    assert set(readers) <= {"summarizer.settings"}
