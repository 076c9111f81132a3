"""An article in full, sentence by sentence, as markup: its words are escaped, only our marks are tags."""

from collections.abc import Iterator

from markupsafe import Markup, escape

from schemas import Article, Sentence
from summarizer.rendering import words
from summarizer.rendering.page.links import Links
from summarizer.rendering.page.marks import Close, Mark, Open, nested

__all__ = ["paragraphs"]


def paragraphs(links: Links, article: Article) -> Iterator[Markup]:
    """Each paragraph of the article as one element; text outside every sentence is shown as well."""
    marks, label = links.marks[article.id], links.labels[article.id]
    here = 0
    for group in grouped(article):
        before, _, dateline = article.text[here : group[0].start].rpartition("\n")
        yield stray(before)
        parts = [stray(dateline)]
        for sentence in group:
            parts.append(stray(article.text[here : sentence.start]) if sentence is not group[0] else Markup(""))
            parts.append(sentence_markup(links, article, sentence, label, marks))
            here = max(here, sentence.end)
        yield Markup('<p dir="auto" class="{}">{}</p>').format(group[0].role, Markup(" ").join(part for part in parts if part))
    yield stray(article.text[here:])


def grouped(article: Article) -> Iterator[list[Sentence]]:
    """Neighbouring sentences of one paragraph and role."""
    group: list[Sentence] = []
    for sentence in article.sentences:
        if group and (sentence.paragraph, sentence.role) != (group[0].paragraph, group[0].role):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def stray(text: str) -> Markup:
    """Words that no sentence holds; white space is nothing."""
    return Markup('<span class="stray">{}</span>').format(words.plain(text)) if text.strip() else Markup("")


def sentence_markup(links: Links, article: Article, sentence: Sentence, label: str, marks: list[Mark]) -> Markup:
    """One sentence with its number, its marks, and the way back to what cites it."""
    anchor = f"{label}-s{sentence.number}"
    near = [mark for mark in marks if mark.start < sentence.end and mark.end > sentence.start]
    out = [Markup('<span class="s{}" id="{}" data-n="{}">').format(role_class(sentence), anchor, sentence.number)]
    if sentence.role == "boilerplate":
        out.append(Markup('<span class="tag">not news: {}</span> ').format(words.spoken(sentence.boilerplate or "other")))
    for event in nested(article.text, near, sentence.start, sentence.end):
        if isinstance(event, Open):
            out.append(opened(links, event.mark))
        elif isinstance(event, Close):
            out.append(closed(links, event.mark))
        else:
            out.append(worded(links, event.text, event.figure))
    out += [Markup("</span>"), returns(links, anchor)]
    return Markup("").join(out)


def role_class(sentence: Sentence) -> str:
    """The class of a sentence that is not news."""
    return " boiler" if sentence.role == "boilerplate" else ""


def opened(links: Links, mark: Mark) -> Markup:
    """The tag of a mark; only its first part carries the anchor."""
    kind = ("fig" if mark.kind == "figure" else "claim") + (" review" if mark.review else "")
    if mark.part:
        links.split.add(mark.name)
        return Markup('<mark class="{} part-{}">').format(kind, mark.name)
    split = "" if mark.last else f" part-{mark.name}"
    return Markup('<mark class="{}{}" id="{}">').format(kind, split, mark.name)


def closed(links: Links, mark: Mark) -> Markup:
    """The end tag, and after the last part the way back."""
    return Markup("</mark>") + (returns(links, mark.name) if mark.last else Markup(""))


def worded(links: Links, text: str, figure: Mark | None) -> Markup:
    """Words; inside a figure they lead back to where it is used first."""
    back = links.back.get(figure.name) if figure is not None else None
    if not back:
        return escape(words.plain(text))
    return Markup('<a href="#{}">{}</a>').format(back[0].id, words.plain(text))


def returns(links: Links, anchor: str) -> Markup:
    """Links back to every place of the page that leads here; nothing where none does."""
    back = links.back.get(anchor)
    if not back:
        return Markup("")
    ways = (
        Markup('<a href="#{}" aria-label="{}, back to {}">{}</a>').format(one.id, sign, one.where, sign)
        for one, sign in ((one, f"↩{number if number > 1 else ''}") for number, one in enumerate(back, 1))
    )
    return Markup('<span class="back">{}</span>').format(Markup("").join(ways))
