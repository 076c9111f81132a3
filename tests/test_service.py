"""The HTTP service, in this process."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from summarizer import service, settings

ARTICLE = {
    "text": "TARN, 3 May 2024 - Two guards were wounded when gunmen raided the depot at Tarn on Friday, police said.",
    "name": "tarn",
}


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(service.create(settings.load({}, store=settings.NO_STORE))) as opened:
        yield opened


def test_health_names_the_model(client: TestClient) -> None:
    assert client.get("/health").json()["model"].startswith("embedded")


def test_articles_give_a_briefing(client: TestClient) -> None:
    made = client.post("/briefings", json={"articles": [ARTICLE]}).json()
    assert [source["name"] for source in made["sources"]] == ["tarn"]
    assert made["strip"]["verified"] >= 1


@pytest.mark.parametrize(("format", "media"), [("md", "text/markdown"), ("html", "text/html")])
def test_a_briefing_comes_in_other_formats(client: TestClient, format: str, media: str) -> None:
    answer = client.post(f"/briefings?format={format}", json={"articles": [ARTICLE]})
    assert answer.headers["content-type"].split(";")[0] == media
    assert "Two" in answer.text


def test_an_unknown_format_is_said_to_be_one(client: TestClient) -> None:
    answer = client.post("/briefings?format=papyrus", json={"articles": [ARTICLE]})
    assert answer.status_code == 422
    assert "no format 'papyrus'" in answer.json()["detail"]


def test_an_article_gives_what_it_supports(client: TestClient) -> None:
    validated = client.post("/extractions", json=ARTICLE).json()
    assert [figure["said"]["text"] for figure in validated["figures"]] == ["Two"]


def test_a_wrong_figure_is_found(client: TestClient) -> None:
    report = client.post("/checks", json={"text": "Nine guards were wounded at Tarn.", "sources": [ARTICLE]}).json()
    assert [check["text"] for check in report["checks"]] == ["Nine"]
    assert report["checks"][0]["verdict"] in {"contradicted", "unsupported"}


def test_a_request_that_does_not_fit_is_refused(client: TestClient) -> None:
    assert client.post("/briefings", json={"articles": []}).status_code == 422


def test_the_embedded_model_speaks_the_openai_protocol(client: TestClient) -> None:
    assert client.get("/v1/models").json()["object"] == "list"


@pytest.mark.parametrize("text", ["", "  ", "\x00", "…"])
def test_an_article_without_text_is_refused(client: TestClient, text: str) -> None:
    assert client.post("/extractions", json={"text": text}).status_code == 422


def test_a_lone_surrogate_is_refused(client: TestClient) -> None:
    body = '{"text": "90 killed \\ud800", "sources": [{"text": "80 people were killed \\ud800.", "name": "\\ud800"}]}'
    answer = client.post("/checks", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"] == ["body", "text"]
