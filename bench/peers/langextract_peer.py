"""langextract over the same endpoint, with its defaults; run by a Python that has langextract, prints one JSON line.

usage: python langextract_peer.py URL FOLDER ARTICLES IN_FLIGHT
"""

import json
import sys
import time
from pathlib import Path

import langextract as lx  # type: ignore[import-not-found,unused-ignore]  # a peer: in a Python of its own
from langextract.providers import openai as provider  # type: ignore[import-not-found,unused-ignore]

TASK = (
    "Extract the parties, events, figures and claims of the news article in order of appearance. "
    "Use exact text for extractions. Do not paraphrase or overlap entities. Provide attributes that say who did what to whom."
)
EXAMPLE = (
    "The army said on Monday that its soldiers had killed at least 12 fighters near Harbour Town. "
    "Two civilians were wounded, a local official told reporters."
)
sent: list[int] = []


def example() -> "lx.data.ExampleData":
    """One worked example of about the length of ours."""
    made = lx.data.Extraction
    return lx.data.ExampleData(
        text=EXAMPLE,
        extractions=[
            made("party", "The army", attributes={"type": "state_forces"}),
            made("figure", "at least 12 fighters", attributes={"measure": "killed", "speaker": "The army"}),
            made("event", "killed at least 12 fighters near Harbour Town", attributes={"type": "battle"}),
            made("figure", "Two civilians", attributes={"measure": "wounded", "speaker": "a local official"}),
        ],
    )


def count_prompts() -> None:
    """Note the size of every prompt that goes out."""
    process = provider.OpenAILanguageModel._process_single_prompt

    def counted(self: object, prompt: str, config: object) -> object:
        sent.append(len(prompt))
        return process(self, prompt, config)

    provider.OpenAILanguageModel._process_single_prompt = counted


def main(url: str, folder: str, articles: str, in_flight: str) -> None:
    """Extract and print rate and characters."""
    count_prompts()
    base = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))]
    documents = [
        lx.data.Document(text=f"{base[number % len(base)]}\n\nFiled as report number {number}.", document_id=str(number))
        for number in range(int(articles))
    ]
    model = provider.OpenAILanguageModel(model_id="gpt-4o-mini", api_key="k", base_url=url, max_workers=int(in_flight))
    started = time.perf_counter()
    list(
        lx.extract(
            documents,
            prompt_description=TASK,
            examples=[example()],
            model=model,
            max_workers=int(in_flight),
            fetch_urls=False,
            show_progress=False,
        )
    )
    seconds, count = time.perf_counter() - started, len(documents)
    print(json.dumps({"rate": count / seconds, "prompt_characters": sum(sent) / count, "requests": len(sent) / count}))


if __name__ == "__main__":
    main(*sys.argv[1:])
