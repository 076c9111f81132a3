"""The errors: one tree, each with the word that a failure carries for it."""

import re
from typing import get_args

import pytest

from schemas import Usage
from schemas.briefing import FailureStatus
from summarizer import exceptions
from summarizer.exceptions import SummarizerError

ERRORS = sorted((getattr(exceptions, name) for name in exceptions.__all__), key=lambda error: error.__name__)


def drawn() -> dict[str, str]:
    """Class → base, as the docstring draws them."""
    stack, found = [("SummarizerError", -1)], {}
    for line in (exceptions.__doc__ or "").splitlines():
        if match := re.match(r"    ([│ ]*[├└]── )(\w+)", line):
            depth = len(match[1])
            while stack[-1][1] >= depth:
                stack.pop()
            found[match[2]] = stack[-1][0]
            stack.append((match[2], depth))
    return found


def test_the_docstring_draws_the_tree() -> None:
    assert {error.__name__: error.__base__.__name__ for error in ERRORS if error is not SummarizerError} == drawn()


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_an_error_carries_a_status_that_a_failure_knows(error: type[SummarizerError]) -> None:
    assert error.status in get_args(FailureStatus)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_what_stops_the_run_is_not_sent_again(error: type[SummarizerError]) -> None:
    assert not (error.retryable and error.stops_run)


def test_an_error_is_its_message_and_what_was_spent() -> None:
    error = exceptions.Refused("the model declined", usage=Usage(input=7))
    assert (str(error), error.usage.input) == ("the model declined", 7)


def test_a_missing_extra_says_how_to_install_it() -> None:
    assert (
        str(exceptions.MissingExtra("stix", "STIX output"))
        == "STIX output needs an optional package: pip install 'summarizer[stix]'"
    )
