"""Explanations: one plain sentence that quotes the claim, the source and the place."""

from collections.abc import Sequence

from schemas import Article
from summarizer.figures.grammar import Fig
from summarizer.figures.page import Page
from summarizer.figures.stems import SMALL, stem

__all__ = ["excerpt", "labelled", "place", "sentence"]

COUNTED_WORDS = 3
"""Words behind a claimed figure that name what it counts."""
WORDS_AFTER = 7
"""Words behind a figure that an excerpt shows at most."""
WORDS_BEFORE = 3
"""Words before a figure that an excerpt shows where nothing counted follows."""
STOPS = (",", ";", ".", "!", "?", "\n", ":", "(", ")", "“", "”", '"', " –", " —", "—", "–")
GLUE = frozenset(("", "'", "’", "-", "‑", "."))
"""What stands inside a word."""
ROLE_NAMES = {
    "abduct": "abducted", "arrest": "arrested", "begin": "begun", "buy": "bought", "capture": "captured",
    "displace": "displaced", "end": "ended", "fall": "fallen", "kill": "killed", "lose": "lost",
    "neutralise": "neutralised", "rise": "risen", "sell": "sold", "surviv": "rescued or unharmed", "win": "won",
    "wound": "wounded",
}  # fmt: skip
"""Roles of the table in `figures.stems` as a reader says them; the rest read well as they are."""
CERTAIN = {
    "same": "{claim} stands in {there}: {says}.",
    "equivalent": "{claim} is the value that {there} gives as {says}.",
    "approximate": "{claim} is covered by the text, which says {says} ({there}).",
    "imprecise": "{claim} drops the bound or hedge: the text says {says} ({there}).",
    "bound": "{claim} — the text says {says} ({there}); the bound is not the text's.",
    "rival": "{claim} — the text says {says} ({there}); the claimed value stands there about something else.",
    "added": "{claim} — the text says only {says} ({there}).",
    "place": "{claim} — of that, the text says {says} ({there}); the claimed value stands there about something else.",
    "elsewhere": "{claim} — the value is in the text, but about something else: {says} ({there}).",
    "roles": "{claim} — the text says {says} ({there}); that is “{theirs}”, not “{mine}”.",
    "vague": "{claim} stands in {there} and is too vague to compare.",
    "absent": "{claim} does not stand in the sentence cited.",
    "role": "{claim} — the text says {says} ({there}); it is about something else.",
    "other": "{claim} — the text says {says} ({there}).",
    "boilerplate": "{claim} stands only in a part of the page that is not news: {says} ({there}).",
    "resolved": "{claim} follows from {says} ({there}), read from the date of the article.",
    "derived": "{claim} is not stated; it follows from the text: {operation} ({there}).",
    "nowhere": "{claim} — no such value is in the text.",
    "unclear": "{claim} could not be compared with a figure of the text.",
    "identifier": "{claim} stands in {there}.",
    "moved": "{claim} stands in {there}, not in the sentence cited: {says}.",
}


def sentence(reason: str, claim: str, says: str = "", there: str = "", operation: str = "", roles: Sequence[str] = ()) -> str:
    """The explanation for a reason; quoted parts are set in quotation marks here, and of two roles both are named."""
    if reason == "role" and len(roles) == 2:
        reason = "roles"
    mine, theirs = (*(ROLE_NAMES.get(role, role) for role in roles), "", "")[:2]
    return CERTAIN[reason].format(
        claim=quoted(claim), says=quoted(says), there=there or "the text", operation=operation, mine=mine, theirs=theirs
    )


def quoted(words: str) -> str:
    """Words on one line between quotation marks."""
    return '"' + " ".join(words.split()).replace('"', "'") + '"'


def place(article: Article, number: int) -> str:
    """The place of a sentence: the article's short name and the sentence's number."""
    name = f"article {article.name}" if article.name[:1].isdigit() else article.name
    return f"{name}, sentence {number}"


def labelled(page: Page, fig: Fig, like: tuple[Page, Fig] | None = None) -> str:
    """The figure with the words it counts: "90 militants"; a date by itself.

    With a figure that it is `like`, no further than both have the same words: none is said to stand where it does not.
    """
    tokens, after = page.tokens, fig.after
    while fig.day is None and after - fig.after < COUNTED_WORDS and after < len(tokens):
        word, joint = tokens.word(after), tokens.gap(after - 1)
        if joint not in (" ", "-", "") or word[:1].isdigit() or (word in SMALL and word != "of"):
            break
        if like is not None and stem(like[0].tokens.word(like[1].after + after - fig.after)) != stem(word):
            break
        after += 1
    while after > fig.after and tokens.word(after - 1) == "of":
        after -= 1
    return page.text[fig.start : max(fig.end, tokens.ends[after - 1])]


def excerpt(page: Page, fig: Fig, sentence: int) -> str:
    """The figure with the words around it, up to the end of its clause; no word is cut ("11 p.m.", "anti-tank", "Mali's")."""
    first, last = page.ranges[sentence]
    tokens, after = page.tokens, fig.after
    while after < last and after - fig.after < WORDS_AFTER and not stops(tokens.gap(after - 1)):
        after += 1
    while after < last and tokens.gap(after - 1) in GLUE:
        after += 1
    before = fig.first
    if after - fig.after < 2:
        while before > first and fig.first - before < WORDS_BEFORE and not stops(tokens.gap(before - 1)):
            before -= 1
    while before > first and tokens.gap(before - 1) in GLUE:
        before -= 1
    return page.text[min(fig.start, tokens.starts[before]) : max(fig.end, tokens.ends[after - 1])]


def stops(gap: str) -> bool:
    """Whether a clause ends between two words; a full stop inside an abbreviation ends none."""
    return gap.startswith(STOPS) and gap not in GLUE
