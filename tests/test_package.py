"""The public names of the package."""

import subprocess
import sys
from pathlib import Path

import pytest

import summarizer


@pytest.mark.parametrize("name", summarizer.__all__)
def test_every_public_name_can_be_used(name: str) -> None:
    assert getattr(summarizer, name) is not None


def test_the_public_names_stand_sorted() -> None:
    assert summarizer.__all__ == sorted(summarizer.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        summarizer.nonsense  # noqa: B018  # the access is what is tested


def test_an_application_that_hides_our_records_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "schemas.py").write_text("", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "import summarizer.cli"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert str(tmp_path / "schemas.py") in done.stderr
