"""The HTTP service, in this process."""

import asyncio
import json
import re
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from fastapi.testclient import TestClient

from summarizer import service, settings
from summarizer.api import Desk
from summarizer.exceptions import MissingExtra
from summarizer.rendering import FORMATS
from summarizer.service import application, manual

ARTICLE = {
    "text": "TARN, 3 May 2024 - Two guards were wounded when gunmen raided the depot at Tarn on Friday, police said.",
    "name": "tarn",
}
JSON = {"content-type": "application/json"}


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
    assert "no format 'papyrus'" in answer.json()["detail"][0]["msg"]


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
    answer = client.post("/checks", content=body, headers=JSON)
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"] == ["body", "text"]


@pytest.mark.parametrize("day", [17, "2024-13-01", "3 May 2024", "2024-05-03T00:00:00", True])
def test_a_date_is_written_as_one(client: TestClient, day: object) -> None:
    assert client.post("/extractions", json=ARTICLE | {"published": day}).status_code == 422


@pytest.mark.parametrize("body", [b"", b"{bad", b"null", b"[]", b"{}", b'{"text": 5, "sources": []}', b'{"text": NaN}'])
def test_a_body_that_is_none_is_told_what_is_wrong_with_it(client: TestClient, body: bytes) -> None:
    answer = client.post("/checks", content=body, headers=JSON)
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["msg"]


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"text":' * 100_000, b'{"text": "\xff\xfe"}'])
def test_a_body_that_cannot_be_parsed_is_refused(client: TestClient, body: bytes) -> None:
    assert client.post("/checks", content=body, headers=JSON).status_code in (400, 422)


def test_a_body_that_is_not_announced_as_json_is_told_how(client: TestClient) -> None:
    answer = client.post("/checks", content=b'{"text": "x"}', headers={"content-type": "text/plain"})
    assert answer.status_code == 415
    assert "content-type: application/json" in answer.json()["detail"]


@pytest.mark.parametrize("path", ["/checks", "/briefings", "/v1/chat/completions"])
def test_a_huge_body_is_refused_before_it_is_read(client: TestClient, path: str) -> None:
    announced = client.post(path, content=b" " * (service.MAXIMUM_BYTES + 1))
    streamed = client.post(path, content=iter([b" " * 1_000_000] * 17))
    assert [announced.status_code, streamed.status_code] == [413, 413]


def test_texts_are_bounded_together(client: TestClient) -> None:
    article = ARTICLE | {"text": "word " * 400_000}
    answer = client.post("/briefings", json={"articles": [article] * 3})
    assert answer.status_code == 422
    assert "together" in answer.json()["detail"][0]["msg"]


def test_a_missing_package_is_no_failure_of_the_endpoint(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_format: str) -> None:
        raise MissingExtra("docx", "The format docx")

    monkeypatch.setattr(application, "require", missing)
    answer = client.post("/briefings?format=docx", json={"articles": [ARTICLE]})
    assert answer.status_code == 501
    assert "summarizer[docx]" in answer.json()["error"]["message"]


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_has_a_media_type(format: str) -> None:
    assert re.fullmatch(r"(?:application|text)/[\w.+-]+", application.media_of(format))
    assert application.media_of(format) != "application/octet-stream"


def test_an_endpoint_that_is_not_there_is_said_to_be_one() -> None:
    chosen = settings.load({}, base_url="http://127.0.0.1:9/v1", attempts=1, patience=0, deadline=5)
    with TestClient(service.create(chosen)) as opened:
        answer = opened.post("/extractions", json=ARTICLE)
    assert answer.status_code == 502
    assert answer.json()["error"]["status"] == "endpoint"


def test_it_keeps_nothing_unless_a_store_is_named(tmp_path: Path) -> None:
    assert not application.forgetful(settings.load({})).keeps
    named = settings.load({}, store=tmp_path / "s.sqlite")
    assert application.forgetful(named) == named


def test_what_a_request_left_is_dropped_with_its_answer() -> None:
    assert asyncio.run(left_behind()) == {"answers": 0, "articles": 0, "outcomes": 0, "runs": 0, "work": 0}


async def left_behind() -> dict[str, int]:
    """Rows in the store of a service that has answered two requests; in one loop, as a store is used in one thread."""
    app = service.create(settings.load({}))
    async with app.router.lifespan_context(app):
        async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url="http://test") as asking:
            for path, body in (("/briefings", {"articles": [ARTICLE]}), ("/extractions", ARTICLE)):
                assert (await asking.post(path, json=body)).status_code == 200
        desk: Desk = app.state.desk
        tables = ("answers", "articles", "outcomes", "runs", "work")
        return {table: desk.store.database.read(f"SELECT count(*) FROM {table}")[0][0] for table in tables}  # noqa: S608


def test_health_answers_a_monitor(client: TestClient) -> None:
    assert client.head("/health").status_code == 200


def test_the_front_leads_to_the_description(client: TestClient) -> None:
    assert client.get("/").url.path == "/docs"


def test_no_page_of_ours_names_a_foreign_host(client: TestClient) -> None:
    pages = [client.get("/docs").text, client.post("/briefings?format=html", json={"articles": [ARTICLE]}).text]
    for page in pages:
        assert set(re.findall(r"(?:https?:)?//([\w.-]+)", page)) <= {"127.0.0.1"}
        assert re.findall(r"<(?:link|script(?! type=\"application/json\")|img|iframe|object|embed)\b", page) == []
        assert re.findall(r"@import|url\(|\bsrc=", page) == []


def test_no_page_of_fastapi_is_left(client: TestClient) -> None:
    assert client.get("/redoc").status_code == 404


def test_the_description_may_load_nothing(client: TestClient) -> None:
    answer = client.get("/docs")
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_description_names_every_call_and_every_record_it_leads_to(client: TestClient) -> None:
    page, document = client.get("/docs").text, client.get("/openapi.json").json()
    for path in document["paths"]:
        assert f"<code>{path}</code>" in page
    linked = set(re.findall(r'href="#([^"]+)"', page))
    assert linked <= set(re.findall(r'id="([^"]+)"', page))
    assert {"ArticleIn", "Briefing", "CheckReport", "ValidatedExtraction"} <= linked


@pytest.mark.parametrize("path", manual.EXAMPLES)
def test_every_example_of_the_description_is_answered(client: TestClient, path: str) -> None:
    assert client.post(path, content=json.dumps(manual.EXAMPLES[path]), headers=JSON).status_code == 200


def test_each_answer_is_described(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    assert sorted(document["paths"]["/checks"]["post"]["responses"]) == ["200", "400", "413", "415", "422"]
    assert sorted(document["paths"]["/briefings"]["post"]["responses"]) == ["200", "400", "413", "415", "422", "501", "502"]


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"$ref": "#/components/schemas/Article"}, '<a href="#Article">Article</a>'),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "string or null"),
        ({"enum": ["a", "<b>"]}, "<code>&#34;a&#34;</code>, <code>&#34;&lt;b&gt;&#34;</code>"),
        ({"const": 1}, "<code>1</code>"),
        ({"type": "array", "items": {"type": "integer"}}, "list of integer"),
        ({"type": "object", "additionalProperties": {"type": "string"}}, "object of string"),
        ({"type": "string", "format": "date"}, "date"),
        ({}, "any"),
    ],
)
def test_a_type_is_told_in_words(schema: dict[str, object], words: str) -> None:
    assert str(manual.type_of(schema)) == words
