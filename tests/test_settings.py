"""The settings: arguments before the environment before the defaults, and no secret in any message."""

from pathlib import Path

import pytest

from summarizer import settings
from summarizer.exceptions import ConfigurationError


def test_an_argument_wins_over_the_environment_and_that_over_the_default() -> None:
    given = settings.load({"SUMMARIZER_ATTEMPTS": "3", "SUMMARIZER_TIMEOUT": "5"}, attempts=2)
    assert (given.attempts, given.timeout, given.corrections) == (2, 5.0, 2)


def test_an_argument_that_is_none_leaves_the_environment() -> None:
    assert settings.load({"SUMMARIZER_MODEL": "m"}, model=None).model == "m"


def test_an_empty_variable_counts_as_not_set() -> None:
    assert settings.load({"OPENAI_API_KEY": "", "SUMMARIZER_ATTEMPTS": " "}) == settings.load({})


@pytest.mark.parametrize(
    ("environ", "embedded"),
    [
        ({}, True),
        ({"OPENAI_API_KEY": "k"}, False),
        ({"OPENAI_BASE_URL": "http://127.0.0.1:1/v1"}, False),
        ({"OPENAI_API_KEY": "k", "SUMMARIZER_MODEL": "embedded"}, True),
    ],
)
def test_the_embedded_model_answers_where_there_is_no_endpoint_or_it_is_named(environ: dict[str, str], embedded: bool) -> None:
    assert settings.load(environ).embedded is embedded


def test_no_store_is_a_word() -> None:
    assert not settings.load({"SUMMARIZER_STORE": "none"}).keeps
    assert settings.load({"SUMMARIZER_STORE": "a.sqlite"}).store == Path("a.sqlite")


def test_every_wrong_setting_is_named_where_it_came_from() -> None:
    with pytest.raises(ConfigurationError, match=r"SUMMARIZER_ATTEMPTS: .*; concurrency: "):
        settings.load({"SUMMARIZER_ATTEMPTS": "many"}, concurrency=0)


def test_a_setting_that_does_not_exist_is_named() -> None:
    with pytest.raises(ConfigurationError, match="retries: there is no such setting"):
        settings.load({}, retries=3)


def test_a_base_url_without_http_is_refused() -> None:
    with pytest.raises(ConfigurationError, match=r"OPENAI_BASE_URL: .*http"):
        settings.load({"OPENAI_BASE_URL": "127.0.0.1:80"})


def test_a_key_is_never_shown() -> None:
    given = settings.load({"OPENAI_API_KEY": "sk-secret", "OPENAI_BASE_URL": "http://127.0.0.1/v1"})
    assert "secret" not in f"{given!r} {given} {given.model_dump_json()}"
    with pytest.raises(ConfigurationError) as caught:
        settings.load({"OPENAI_API_KEY": "sk-secret", "OPENAI_BASE_URL": "sk-secret"})
    assert "secret" not in str(caught.value)


def test_the_table_has_a_variable_and_a_sentence_for_every_setting() -> None:
    rows = settings.table()
    assert [row.field for row in rows] == list(settings.Settings.model_fields)
    assert len({row.variable for row in rows}) == len(rows)
    assert all(row.meaning.endswith(".") for row in rows)


@pytest.mark.parametrize("url", ["http://[::1", "http://", "http://127.0.0.1:99999", "ftp://host/v1"])
def test_an_address_that_cannot_be_one_names_the_setting(url: str) -> None:
    with pytest.raises(ConfigurationError, match="OPENAI_BASE_URL"):
        settings.load({"OPENAI_BASE_URL": url})


@pytest.mark.parametrize("key", ["clé", "two words", "Xyz\nSecret"])
def test_a_key_that_fits_no_header_is_said_without_showing_it(key: str) -> None:
    with pytest.raises(ConfigurationError, match="OPENAI_API_KEY") as caught:
        settings.load({"OPENAI_API_KEY": key})
    assert key not in str(caught.value)
