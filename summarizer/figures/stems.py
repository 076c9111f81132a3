"""Words as the context of a figure compares them: stems, small words left out, and roles that exclude one another."""

from functools import lru_cache

__all__ = ["ROLES", "SMALL", "stem"]

# Words that say nothing about what a figure counts. After the English stop list of the Snowball project, shortened.
SMALL = frozenset((
    "a", "about", "above", "according", "after", "again", "all", "almost", "also", "although", "am", "amid", "among", "an",
    "and", "any",
    "approximately", "are", "around", "as", "at", "be", "because", "been", "before", "being", "between", "both", "but", "by",
    "can",
    "could", "did", "do", "does", "doing", "during", "each", "even", "for", "from", "further", "had", "has", "have", "having",
    "he", "her", "here",
    "hers", "him", "his", "how", "i", "if", "in", "including", "into", "is", "it", "its", "itself", "just", "least", "less",
    "like", "may", "me",
    "might", "more", "most", "my", "nearly", "no", "nor", "not", "now", "of", "off", "on", "once", "only", "or", "other",
    "others", "our", "out",
    "over", "own", "per", "reported", "reportedly", "roughly", "s", "said", "same", "say", "says", "she", "should", "since",
    "so", "some",
    "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "too",
    "under",
    "until", "up", "upon", "us", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "why",
    "will",
    "with", "would", "you", "your", "it's", "he's", "she's", "don't", "t", "d", "ll", "re", "ve", "m", "told", "added", "total",
))  # fmt: skip

# Words with one meaning for a figure's context → the word they are compared as.
SAME: dict[str, str] = {}


def _same(*lines: str) -> None:
    """Enter groups of words; the first word of each stands for it."""
    for line in lines:
        head, *rest = line.split()
        for word in (head, *rest):
            SAME[word] = head


_same(
    "kill killed kills killing killings dead died dies die dying death deaths slain fatal fatally fatalities fatality perished "
    "murdered eliminated eliminating massacred slaughtered executed assassinated beheaded drowned toll lives",
    "wound wounded wounding wounds injured injure injures injuring injury injuries hurt burns",
    "abduct abducted abducting abduction abductions kidnap kidnapped kidnapping kidnappings",
    "arrest arrested arrests arresting detained detain detention detentions apprehended custody",
    "capture captured captures capturing seized seize seizing seizure",
    "neutralise neutralised neutralized neutralising neutralizing neutralisation neutralization neutralize",
    "missing disappeared vanished disappearance unaccounted",
    "displace displaced displacing displacement fled flee fleeing uprooted",
    "militant militants terrorist terrorists jihadist jihadists fighter fighters insurgent insurgents combatant combatants "
    "gunmen gunman "
    "attackers attacker extremists rebels rebel",
    "soldier soldiers troops troop servicemen serviceman",
    "police officer officers policemen policeman cops cop deputy deputies",
    "win won wins winning winner victory victories beat beats beaten",
    "lose lost loses losing loss losses defeat defeated defeats",
    "buy bought buys buying purchase purchased acquire acquired acquires acquisition",
    "sell sold sells selling sale sales",
    "rise rose rises rising risen increase increased increases increasing grew grow grown growth jumped soared climbed gain "
    "gained gains up",
    "fall fell falls fallen falling decrease decreased decreases decline declined drop dropped drops dropping dip cut reduced "
    "slumped",
    "child children kid kids youngster youngsters",
    "person people persons",
    "man men gentleman", "woman women lady ladies", "boy boys", "girl girls",
    "city cities town towns village villages",
    "company companies firm firms business businesses",
    "car cars vehicle vehicles truck trucks",
    "attack attacks attacked attacking assault assaults raid raids raided",
    "percent % cent pct",
    "begin began begins start started starts starting starting launch launched launches launching",
    "end ended ends ending finish finished finishes conclude concludes concluded",
    "year years annual annually yearly", "month months monthly", "week weeks weekly", "day days daily",
    "case cases infection infections infected", "house houses home homes", "cost costs costing price prices priced",
    "raise raised raises raising", "spend spent spending spends", "pay paid pays paying", "find found finds finding",
    "go went goes going gone", "take took takes taking taken", "make made makes making", "give gave gives given giving",
    "see saw sees seen seeing", "hold held holds holding", "leave left leaves leaving", "become became becomes",
    "build built builds building", "bring brought brings", "catch caught", "lead led leads leading", "meet met meets meeting",
    "send sent sends", "shoot shot shooting shots", "steal stole stolen", "teach taught", "think thought", "wear wore worn",
    "write wrote written", "show showed shown shows", "score scored scores scoring", "expect expected expects",
    "sentence sentenced jailed imprisoned prison jail", "marry married wed wedding marriage", "film movie films movies",
    "uk britain british", "us u.s america american americans",
)  # fmt: skip

# Groups of words that exclude one another where a figure stands: group → words that mean the same, one line each.
ROLE_LINES: dict[str, tuple[str, ...]] = {
    "fate": (
        "kill", "wound", "arrest", "capture", "neutralise", "missing", "displace",
        "abduct", "survive survived survivors survivor rescued saved freed released evacuated unharmed unhurt alive",
        "hospitalised hospitalized hospital",
    ),
    "match": ("win", "lose", "draw drew drawn"),
    "trade": ("buy", "sell"),
    "trend": ("rise", "fall"),
    "sex": ("man", "woman"),
    "youth": ("boy", "girl"),
    "side": (
        "soldier", "militant", "civilian civilians farmers herders residents traders villager villagers worshippers", "police",
        "firefighter firefighters",
    ),
    "staff": ("employees employee workers worker staff", "customers customer shoppers shopper clients client"),
    "flight": ("passengers passenger", "crew", "pilots pilot"),
    "school": ("pupils pupil students student schoolchildren", "teachers teacher"),
    "court": ("suspects suspect defendants defendant accused", "victims victim", "witnesses witness", "police", "jurors juror",
    "lawyers lawyer"),
    "care": ("patients patient", "doctors doctor", "nurses nurse"),
    "kin": ("brother brothers", "sister sisters", "son sons", "daughter daughters", "husband", "wife", "father", "mother"),
    "flow": ("import imports imported", "export exports exported"),
    "order": ("before", "after"),
    "place": ("north northern", "south southern", "east eastern", "west western"),
    "phase": ("begin", "end"),
    "result": ("profit profits", "loss", "revenue revenues turnover"),
    "border": ("above", "below"),
    "time": ("local", "gmt"),
}  # fmt: skip

ROLES: dict[str, tuple[tuple[str, str], ...]] = {}
"""Stem → the groups it belongs to with its class in each."""


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a lower-case word, empty for a small word; light on purpose, so that two words rarely meet by accident."""
    if word in SMALL:
        return ""
    if word in SAME:
        return SAME[word]
    if word.endswith(("'s", "’s")):
        word = word[:-2]
        if word in SAME:
            return SAME[word]
    return cut(word)


def cut(word: str) -> str:
    """The word without its English ending."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending, least in (
        ("ingly", 8),
        ("edly", 7),
        ("ation", 8),
        ("ing", 6),
        ("ed", 5),
        ("es", 5),
        ("ly", 6),
        ("s", 4),
        ("e", 5),
    ):
        if word.endswith(ending) and len(word) >= least and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aelos":
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def _roles() -> None:
    """Enter the role groups by stem."""
    for group, lines in ROLE_LINES.items():
        for line in lines:
            head = stem(line.split()[0]) or line.split()[0]
            for word in line.split():
                key = stem(word) or word
                if (group, head) not in ROLES.get(key, ()):
                    ROLES[key] = (*ROLES.get(key, ()), (group, head))


_roles()
