"""How fast a run is: the whole pipeline beside bare httpx2, the raw instructor client and langextract, in the same run.

usage: python -m bench.throughput FOLDER [--articles 2000] [--in-flight 50] [--latency 0.2] [--processes 2]
           [--langextract PYTHON] [--memory N]

FOLDER holds news articles (the seeds); each is taken many times with another closing line, so that all are distinct. The server
is a process of its own on this machine that answers every request after the latency, with the answer that the embedded model
gives for the article, cut down to what the article supports (so that nothing is sent back). `--langextract` names a Python
that has langextract (its openai is another one than ours).
"""

import argparse
import asyncio
import gc
import json
import multiprocessing
import re
import resource
import subprocess
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import prompts
from bench.peers.server import serve
from schemas import Article, Extraction
from summarizer import prompting, reading, settings, validation
from summarizer.batch import Options, Run, Shelf
from summarizer.client import connect
from summarizer.client.filling import wrap
from summarizer.prompting.layout import PROMPTS
from summarizer.store import Store

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess
    from multiprocessing.synchronize import Barrier

    from openai.types.chat import ChatCompletionMessageParam

MARK = "Filed as report number {}."


def texts(folder: Path) -> list[str]:
    """The articles of the folder."""
    return [item.text for item in reading.read(str(folder)) if isinstance(item, Article)]


def distinct(base: list[str], count: int) -> Iterator[tuple[str, str]]:
    """Name and text of so many distinct articles."""
    for number in range(count):
        yield f"report {number}", f"{base[number % len(base)]}\n\n{MARK.format(number)}\n"


def supported(article: Article) -> Extraction:
    """What the embedded model says of an article, without what would be sent back for repair."""
    client = connect(settings.load({}))
    said = asyncio.run(client.ask(prompting.prompt(article), Extraction)).value
    while failing := validation.failing(validation.validate(said, article)):
        wrong = {(check.item or "").partition(".")[0] for check in failing}
        said = said.model_copy(
            update={
                kind: tuple(item for item in getattr(said, kind) if item.id not in wrong)
                for kind in ("parties", "events", "figures", "claims")
            }
        )
    return said


def quoted(said: Extraction, article: Article) -> str:
    """The same answer with its evidence as quotations in place of sentence numbers."""

    def open_up(value: object) -> object:
        if isinstance(value, dict):
            return {key: cited(key, item) for key, item in value.items()}
        return [open_up(item) for item in value] if isinstance(value, list) else value

    def cited(key: str, value: Any) -> object:  # JSON of our own record
        if key == "sentence":
            return article.sentence(value)
        return [article.sentence(number) for number in value] if key == "sentences" else open_up(value)

    return json.dumps(open_up(json.loads(said.model_dump_json(exclude={"schema_version"}))), ensure_ascii=False)


def answer_text(said: Extraction) -> str:
    """An answer as a model writes it."""
    return said.model_dump_json(exclude={"schema_version"}, exclude_defaults=True)


@contextmanager
def server(answers: list[str], latency: float) -> Iterator[str]:
    """The endpoint, in a process of its own."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs, answers, latency), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        process.terminate()
        process.join()


async def bounded(count: int, in_flight: int, one: Callable[[int], Awaitable[object]]) -> None:
    """So many calls, so many at a time, by workers over one iterator."""
    numbers = iter(range(count))

    async def work() -> None:
        for number in numbers:
            await one(number)

    await asyncio.gather(*(work() for _ in range(in_flight)))


def request(article: Article) -> dict[str, Any]:  # the body of a request
    """What the pipeline sends for an article."""
    schema = wrap(Extraction).model_json_schema()
    function = {"name": "Extraction", "description": schema.get("description"), "parameters": schema}
    return {
        "model": "m",
        "tools": [{"type": "function", "function": function}],
        "tool_choice": {"type": "function", "function": {"name": "Extraction"}},
        "messages": list(prompting.prompt(article)),
    }


async def bare(url: str, bodies: list[bytes], in_flight: int) -> None:
    """httpx2 alone: the same bytes sent, the reply parsed as JSON."""
    import httpx2

    limits = httpx2.Limits(max_connections=in_flight, max_keepalive_connections=in_flight)
    async with httpx2.AsyncClient(limits=limits, timeout=60) as client:

        async def one(number: int) -> None:
            reply = await client.post(
                f"{url}/chat/completions", content=bodies[number], headers={"content-type": "application/json"}
            )
            json.loads(reply.json()["choices"][0]["message"]["tool_calls"][0]["function"]["arguments"])

        await bounded(len(bodies), in_flight, one)


async def raw_instructor(url: str, articles: list[Article], in_flight: int) -> None:
    """instructor over openai as their documentation has it: the plain model, nothing stored, nothing validated."""
    import httpx2
    import instructor
    import openai

    http = httpx2.AsyncClient(limits=httpx2.Limits(max_connections=in_flight, max_keepalive_connections=in_flight), timeout=60)
    client = instructor.from_openai(openai.AsyncOpenAI(base_url=url, api_key="k", http_client=http))

    async def one(number: int) -> None:
        # openai's type lists one class for each role; ours fits them all.
        messages = cast("list[ChatCompletionMessageParam]", list(prompting.prompt(articles[number])))
        await client.chat.completions.create(model="m", response_model=Extraction, messages=messages)

    await bounded(len(articles), in_flight, one)


async def ours(url: str, given: list[tuple[str, str]], store: Path, options: Options) -> None:
    """The whole pipeline: read, prompt, request, validate, store."""
    chosen = settings.load({}, base_url=url, api_key="k", model="m", concurrency=options.concurrency)
    with Store(store) as kept:
        client = connect(chosen, cache=Shelf(kept))
        async with Run(client, kept, options) as run:
            async for result in run.over(reading.article(text, name=name) for name, text in given):
                assert result.extraction, result.failure
                assert result.outcome.usage.attempts == 1, "a repair was asked for"
        await client.aclose()


def shared(start: "Barrier", url: str, folder: Path, count: int, store: Path, in_flight: int, share: tuple[int, int]) -> None:
    """One of several processes that divide the articles, on one store; it waits until all are ready."""
    part, parts = share
    given = list(distinct(texts(folder), count))[part - 1 :: parts]
    connect(settings.load({}, base_url=url))
    start.wait()
    asyncio.run(ours(url, given, store, Options(concurrency=in_flight)))


def divided(url: str, asked: argparse.Namespace, store: Path) -> "tuple[Barrier, list[SpawnProcess]]":
    """As many processes as asked, each with its share; they go when the barrier is passed."""
    context, parts = multiprocessing.get_context("spawn"), asked.processes
    start = context.Barrier(parts + 1)
    processes = []
    for part in range(1, parts + 1):
        given = (start, url, asked.folder, asked.articles, store, asked.in_flight // parts, (part, parts))
        processes.append(context.Process(target=shared, args=given))
        processes[-1].start()
    return start, processes


def finish(processes: "list[SpawnProcess]") -> None:
    """Wait for all of them."""
    for process in processes:
        process.join()
        assert process.exitcode == 0


def timed(name: str, count: int, ideal: float, work: Callable[[], object]) -> float:
    """Articles a second, printed with the share of what the latency allows."""
    # What the benchmark itself keeps (articles, bodies) is no part of anybody's work.
    gc.collect()
    gc.freeze()
    started, used = time.perf_counter(), time.process_time()
    work()
    seconds, cpu = time.perf_counter() - started, time.process_time() - used
    rate = count / seconds
    print(f"{name:<16}{rate:8.1f} a second {rate / ideal:7.1%} of the ideal {cpu / count * 1000:8.2f} ms CPU", flush=True)
    return rate


def task() -> dict[str, object]:
    """Our instructions and our worked example for langextract: the same items, each with the words it was read from."""
    instructions, _, worked = prompts.read(PROMPTS["extract"]).partition("\nExample\n")
    sentences = dict(re.findall(r"^\[(\d+)\] (.+)$", worked, re.MULTILINE))
    said = json.loads(worked[worked.index("\n{") :])
    words = {"parties": "name", "figures": "text", "claims": "content"}
    found = []
    for kind, items in said.items():
        for item in items if isinstance(items, list) else ():
            text = item[words[kind]] if kind in words else sentences[str(item["sentences"][0])]
            attributes = {
                name: value for name, value in item.items() if name not in ("id", "sentence", "sentences", words.get(kind))
            }
            found.append({"class": kind, "text": text, "attributes": attributes})
    return {"instructions": instructions, "text": " ".join(sentences.values()), "extractions": found}


def langextract(python: str, url: str, folder: Path, count: int, in_flight: int) -> dict[str, Any]:
    """langextract's rate and characters, from a Python that has it."""
    script = Path(__file__).parent / "peers" / "langextract_peer.py"
    done = subprocess.run(
        [python, str(script), url, str(folder), str(count), str(in_flight)],
        input=json.dumps(task()),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(f"langextract failed: {done.stderr.strip().splitlines()[-1:]}")
        return {}
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def economy(base: list[str], answers: list[Extraction], theirs: dict[str, Any]) -> None:
    """Characters of prompt and answer for each article."""
    articles = [reading.article(text) for text in base]
    asked = sum(len(json.dumps(request(article), ensure_ascii=False)) for article in articles) / len(articles)
    answered = sum(len(answer_text(said)) for said in answers) / len(answers)
    quotes = sum(len(quoted(said, article)) for said, article in zip(answers, articles, strict=True)) / len(answers)
    print(f"prompt characters an article: ours {asked:,.0f}", end="")
    if theirs:
        characters, requests = theirs["prompt_characters"], theirs["requests"]
        print(f", langextract {characters:,.0f} in {requests:.1f} requests: {asked / characters:.0%}")
    else:
        print()
    print(f"answer characters an article: ours {answered:,.0f}, with quoted evidence {quotes:,.0f}: {answered / quotes:.0%}")


def memory(url: str, base: list[str], count: int, in_flight: int) -> None:
    """Most memory of a run over many articles."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(stream(url, base, count, in_flight, Path(folder) / "store.sqlite"))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory: {after:.0f} MB at most over {count:,} articles ({before:.0f} MB before the run)")


async def stream(url: str, base: list[str], count: int, in_flight: int, path: Path) -> None:
    """A run whose inputs and results are not kept."""
    chosen = settings.load({}, base_url=url, api_key="k", model="m", concurrency=in_flight)
    with Store(path) as store:
        client = connect(chosen, cache=Shelf(store))
        async with Run(client, store, Options(concurrency=in_flight)) as run:
            async for result in run.over(reading.article(text, name=name) for name, text in distinct(base, count)):
                assert result.extraction, result.failure
        await client.aclose()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--in-flight", type=int, default=50)
    parser.add_argument("--latency", type=float, default=0.2)
    parser.add_argument("--processes", type=int, default=2, help="processes that divide the articles, beside one alone")
    parser.add_argument("--langextract", metavar="PYTHON")
    parser.add_argument("--memory", type=int, metavar="N", help="measure memory over N articles instead")
    asked = parser.parse_args()
    base = texts(asked.folder)
    # The closing line comes last, so the sentence numbers of the article itself fit.
    answers = [supported(reading.article(text)) for text in base]
    with server([answer_text(said) for said in answers], asked.latency) as url:
        if asked.memory:
            return memory(url, base, asked.memory, asked.in_flight)
        compare(url, base, answers, asked)
    return None


def compare(url: str, base: list[str], answers: list[Extraction], asked: argparse.Namespace) -> None:
    """All of them, one after the other."""
    count, in_flight = asked.articles, asked.in_flight
    ideal, options = in_flight / asked.latency, Options(concurrency=in_flight)
    given = list(distinct(base, count))
    articles = [reading.article(text, name=name) for name, text in given]
    bodies = [json.dumps(request(article)).encode() for article in articles]
    print(f"{count:,} articles, {in_flight} in flight, {asked.latency * 1000:.0f} ms: ideal {ideal:.0f} a second")
    floor = timed("httpx2", count, ideal, lambda: asyncio.run(bare(url, bodies, in_flight)))
    with tempfile.TemporaryDirectory() as folder:
        rate = timed("summarizer", count, ideal, lambda: asyncio.run(ours(url, given, Path(folder) / "a", options)))
        if asked.processes > 1:
            start, processes = divided(url, asked, Path(folder) / "b")
            start.wait()
            rate = max(rate, timed(f"  {asked.processes} processes", count, ideal, lambda: finish(processes)))
    raw = timed("raw instructor", count, ideal, lambda: asyncio.run(raw_instructor(url, articles, in_flight)))
    theirs = langextract(asked.langextract, url, asked.folder, min(count, 100), in_flight) if asked.langextract else {}
    if theirs:
        print(f"{'langextract':<16}{theirs['rate']:8.1f} a second {theirs['rate'] / ideal:7.1%} of the ideal")
    print(f"summarizer: {rate / floor:.0%} of httpx2, {rate / raw:.1f} times raw instructor")
    economy(base, answers, theirs)


if __name__ == "__main__":
    main()
