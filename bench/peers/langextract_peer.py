"""langextract over the same endpoint, with its defaults; run by a Python that has langextract, prints one JSON line.

usage: python langextract_peer.py URL FOLDER ARTICLES IN_FLIGHT < TASK

TASK is JSON with our own instructions and our own worked example, so that both ask for the same: {"instructions", "text",
"extractions": [{"class", "text", "attributes"}]}.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import langextract as lx  # type: ignore[import-not-found,unused-ignore]  # a peer: in a Python of its own
from langextract.providers import openai as provider  # type: ignore[import-not-found,unused-ignore]

sent: list[int] = []


def example(given: dict[str, Any]) -> "lx.data.ExampleData":
    """The worked example in langextract's form."""
    made = [lx.data.Extraction(one["class"], one["text"], attributes=one["attributes"]) for one in given["extractions"]]
    return lx.data.ExampleData(text=given["text"], extractions=made)


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
    task = json.load(sys.stdin)
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
            prompt_description=task["instructions"],
            examples=[example(task)],
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
