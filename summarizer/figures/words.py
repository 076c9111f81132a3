"""The words of English figures, one table each.

Sources: number words and scales after Unicode CLDR 46 (English); currencies after ISO 4217; units after the SI brochure and the
UK and US customary systems (NIST Handbook 44, appendix C); vague words and hedges after what news style guides (AP, Reuters,
Guardian) use; number forms after MUC-4 (Sundheim 1992).
"""

from decimal import Decimal

from schemas.validation import QuantityKind

__all__ = [
    "AGE_LEADS",
    "CURRENCY_CODES",
    "CURRENCY_PAIRS",
    "CURRENCY_SIGNS",
    "CURRENCY_WORDS",
    "DECADE_AGES",
    "FRACTIONS",
    "IDENTIFIER_LEADS",
    "LEADS",
    "LEAD_ENDS",
    "MULTIPLES",
    "ONES",
    "ONE_NOUNS",
    "ORDINALS",
    "OUTCOMES",
    "PASSING",
    "PEOPLE",
    "RISEN",
    "SCALES",
    "SCALE_LETTERS",
    "SIGN_FRACTIONS",
    "TAILS",
    "TALLIED",
    "TENS",
    "UNITS",
    "VAGUE",
    "ZERO_NOUNS",
]

D = Decimal

ONES: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip

TENS: dict[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

# Words that multiply what stands before them.
SCALES: dict[str, Decimal] = {
    "billion": D(10**9), "bn": D(10**9), "crore": D(10**7), "dozen": D(12), "hundred": D(100), "lakh": D(10**5),
    "million": D(10**6),
    "mln": D(10**6), "mn": D(10**6), "thousand": D(1000), "tn": D(10**12), "trillion": D(10**12), "trn": D(10**12),
}  # fmt: skip

# Letters glued to a numeral; "m" is a million of money or people and otherwise a metre.
SCALE_LETTERS: dict[str, Decimal] = {"b": D(10**9), "k": D(1000), "m": D(10**6), "t": D(10**12)}

ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip

FRACTIONS: dict[str, Decimal] = {
    "half": D(2), "halves": D(2), "third": D(3), "thirds": D(3), "quarter": D(4), "quarters": D(4), "fifth": D(5), "fifths": D(5),
    "sixth": D(6), "sixths": D(6), "seventh": D(7), "sevenths": D(7), "eighth": D(8), "eighths": D(8), "tenth": D(10),
    "tenths": D(10),
}  # fmt: skip

SIGN_FRACTIONS: dict[str, Decimal] = {
    "½": D("0.5"), "¼": D("0.25"), "¾": D("0.75"), "⅓": D(1) / 3, "⅔": D(2) / 3, "⅛": D("0.125"),
}  # fmt: skip

# Vague words with the interval they stand for; the upper end is where the next word would be used.
VAGUE: dict[str, tuple[Decimal, Decimal | None]] = {
    "billions": (D(2 * 10**9), D(10**12)), "couple": (D(2), D(3)), "dozens": (D(24), D(99)), "few": (D(2), D(9)),
    "hundreds": (D(200), D(1999)), "millions": (D(2 * 10**6), D(10**9)), "scores": (D(40), D(199)), "several": (D(3), D(19)),
    "thousands": (D(2000), D(999_999)), "trillions": (D(2 * 10**12), D(10**15)), "tens": (D(20), D(99)),
}  # fmt: skip

MULTIPLES: dict[str, int] = {
    "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "quadruples": 4,
    "thrice": 3,
    "triple": 3, "tripled": 3, "triples": 3, "tripling": 3, "twice": 2, "twofold": 2, "threefold": 3, "fourfold": 4,
    "fivefold": 5,
    "sixfold": 6, "tenfold": 10,
}  # fmt: skip

# "no casualties" is a figure, "no idea" is not.
ZERO_NOUNS = frozenset((
    "arrests", "attacks", "casualties", "casualty", "civilians", "damage", "deaths", "fatalities", "hostages", "incidents",
    "infections",
    "injuries", "losses", "prisoners", "seats", "survivors", "victims", "votes", "wounded",
))  # fmt: skip

CURRENCY_SIGNS: dict[str, str] = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₦": "NGN", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY",
    "₵": "GHS",
    "₫": "VND", "฿": "THB",
}  # fmt: skip

# Letters in front of a dollar sign, and codes in front of or behind a number.
CURRENCY_CODES: dict[str, str] = {
    "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD", "cad": "CAD", "chf": "CHF", "cny": "CNY", "eur": "EUR",
    "fcfa": "XOF",
    "gbp": "GBP", "hk": "HKD", "hkd": "HKD", "inr": "INR", "jpy": "JPY", "ngn": "NGN", "nz": "NZD", "nzd": "NZD", "rmb": "CNY",
    "rs": "INR",
    "s": "SGD", "sgd": "SGD", "us": "USD", "usd": "USD", "xof": "XOF", "zar": "ZAR",
}  # fmt: skip

# Two words for one currency.
CURRENCY_PAIRS: dict[tuple[str, ...], str] = {
    ("australian", "dollars"): "AUD", ("canadian", "dollars"): "CAD", ("cfa", "francs"): "XOF", ("pounds", "sterling"): "GBP",
    ("swiss", "francs"): "CHF", ("us", "dollar"): "USD", ("us", "dollars"): "USD",
}  # fmt: skip

CURRENCY_WORDS: dict[str, str] = {
    "bitcoin": "BTC", "cfa": "XOF", "bitcoins": "BTC", "buck": "USD", "bucks": "USD", "cedi": "GHS", "cedis": "GHS",
    "dollar": "USD",
    "dollars": "USD",
    "euro": "EUR", "euros": "EUR", "franc": "XOF", "francs": "XOF", "kroner": "DKK", "kronor": "SEK", "lira": "TRY",
    "naira": "NGN",
    "pence": "GBP/100", "penny": "GBP/100", "peso": "MXN", "pesos": "MXN", "cent": "USD/100", "cents": "USD/100", "quid": "GBP",
    "rand": "ZAR", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "rupee": "INR", "rupees": "INR",
    "shekels": "ILS", "shilling": "KES", "shillings": "KES", "sterling": "GBP", "won": "KRW", "yen": "JPY", "yuan": "CNY",
}  # fmt: skip

# Unit → kind, base unit, factor. "year" and "month" stay apart from "day": a month has no exact number of days.
UNITS: dict[str, tuple[QuantityKind, str, Decimal]] = {}


def _add(kind: QuantityKind, base: str, table: dict[str, str]) -> None:
    """Enter one kind's units: words parted by spaces → factor."""
    for names, factor in table.items():
        for name in names.split():
            UNITS[name] = (kind, base, D(factor))


_add("duration", "day", {"day days": "1", "night nights": "1", "week weeks": "7", "fortnight fortnights": "14"})
_add("duration", "year", {"year years yr yrs": "1", "decade decades": "10", "century centuries": "100"})
_add("duration", "month", {"month months": "1"})
_add("duration", "hour", {"hour hours hr hrs": "1"})
_add("duration", "minute", {"minute minutes min mins": "1"})
_add("duration", "second", {"second seconds sec secs": "1", "millisecond milliseconds ms": "0.001"})
_add("distance", "km", {
    "km kms kilometre kilometres kilometer kilometers": "1", "metre metres meter meters": "0.001", "mile miles": "1.609344",
    "yard yards yd yds": "0.0009144", "foot feet ft": "0.0003048", "inch inches": "0.0000254",
    "cm centimetre centimetres centimeter "
    "centimeters": "0.00001", "mm millimetre millimetres millimeter millimeters": "0.000001",
    "nautical-miles nautical-mile": "1.852",
    "light-years light-year": "9460730472580.8",
})  # fmt: skip
_add("area", "km2", {
    "hectare hectares ha": "0.01", "acre acres": "0.0040468564224",
    "square-kilometres square-kilometers square-kilometre square-kilometer "
    "square-km sq-km": "1", "square-miles square-mile sq-miles": "2.589988110336",
    "square-metres square-meters square-metre square-meter "
    "sq-m": "0.000001", "square-feet square-foot sq-ft": "0.00000009290304", "square-yards square-yard": "0.00000083612736",
})  # fmt: skip
_add("mass", "kg", {
    "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes": "1", "g gram grams gramme grammes": "0.001",
    "mg milligram milligrams":
    "0.000001", "lb lbs pound pounds": "0.45359237", "oz ounce ounces": "0.028349523125", "stone stones": "6.35029318",
    "tonne tonnes": "1000", "ton tons": "1000", "kiloton kilotons": "1000000",
})  # fmt: skip
_add("volume", "l", {
    "litre litres liter liters": "1", "ml millilitre millilitres milliliter milliliters": "0.001",
    "gallon gallons": "3.785411784",
    "pint pints": "0.568", "barrel barrels bpd": "158.987294928", "cubic-metres cubic-meters cubic-metre cubic-meter": "1000",
    "cubic-feet cubic-foot": "28.316846592",
})  # fmt: skip
_add("speed", "km/h", {"kph kmh km/h": "1", "mph": "1.609344", "knots knot": "1.852"})
_add("temperature", "C", {"c celsius centigrade": "1"})
_add("temperature", "F", {"f fahrenheit": "1"})
_add("temperature", "degree", {"degrees degree": "1"})
_add("power", "MW", {
    "mw megawatt megawatts": "1", "gw gigawatt gigawatts": "1000", "kw kilowatt kilowatts": "0.001", "watt watts": "0.000001",
})  # fmt: skip
_add("data", "GB", {"gb gigabyte gigabytes": "1", "mb megabyte megabytes": "0.001", "tb terabyte terabytes": "1000"})

# Nouns that are counts in a class of their own: the noun is the unit.
TAILS = frozenset(("fewer", "higher", "less", "more", "so", "upwards"))

# Phrases before a number → qualifier and what it licenses. Longest first when read backwards from the number.
# at_least, more_than, at_most, fewer_than; near (from below), about (either way), exact (no bound), only (no bound).
LEADS: dict[tuple[str, ...], str] = {
    ("above",): "more_than", ("about",): "about", ("all",): "exact", ("almost",): "near", ("approaching",): "near",
    ("approximately",): "about", ("approx",): "about", ("around",): "about", ("as", "few", "as"): "only",
    ("as", "high", "as"): "at_most", ("as", "little", "as"): "only", ("as", "long", "as"): "at_most", ("as", "many",
    "as"): "at_most",
    ("as", "much", "as"): "at_most", ("at", "least"): "at_least", ("at", "most"): "at_most", ("a", "minimum", "of"): "at_least",
    ("a", "maximum", "of"): "at_most", ("a", "further"): "exact", ("a", "total", "of"): "exact", ("an", "additional"): "exact",
    ("an", "estimated"): "about", ("another",): "exact", ("below",): "fewer_than", ("beyond",): "more_than",
    ("better", "than"): "more_than", ("circa",): "about", ("close", "to"): "near", ("estimated",): "about", ("exactly",): "exact",
    ("exceeding",): "more_than", ("fewer", "than"): "fewer_than", ("greater", "than"): "more_than", ("higher",
    "than"): "more_than",
    ("in", "excess", "of"): "more_than", ("just",): "only", ("just", "about"): "about", ("just", "above"): "more_than",
    ("just", "below"): "fewer_than", ("just", "over"): "more_than", ("just", "short", "of"): "near", ("just",
    "under"): "fewer_than",
    ("less", "than"): "fewer_than", ("longer", "than"): "more_than", ("lower", "than"): "fewer_than", ("maybe",): "about",
    ("minimum",): "at_least", ("more", "than"): "more_than", ("much", "more", "than"): "more_than", ("nearly",): "near",
    ("no", "fewer", "than"): "at_least", ("no", "less", "than"): "at_least", ("no", "more", "than"): "at_most", ("north",
    "of"): "more_than",
    ("not", "less", "than"): "at_least", ("not", "more", "than"): "at_most", ("older", "than"): "more_than", ("only",): "only",
    ("over",): "more_than", ("perhaps",): "about", ("roughly",): "about", ("short", "of"): "near", ("shy", "of"): "near",
    ("some",): "about",
    ("under",): "fewer_than", ("up", "to"): "at_most", ("upward", "of"): "more_than", ("upwards", "of"): "more_than",
    ("virtually",): "near", ("well", "above"): "more_than", ("well", "over"): "more_than", ("well", "under"): "fewer_than",
    ("younger", "than"): "fewer_than", ("many",): "exact", ("minimum", "of"): "at_least", ("maximum", "of"): "at_most",
    ("estimated", "at"): "about",
    ("merely",): "only", ("mere",): "only", ("a", "mere"): "only", ("the", "best", "part", "of"): "near", ("best", "part",
    "of"): "near",
}  # fmt: skip
LEAD_ENDS = frozenset(phrase[-1] for phrase in LEADS)

# Words before "up to" that make it a movement and no bound: "death toll up to ten", "the count went up to 27".
RISEN = frozenset((
    "climbed", "gone", "risen", "rose", "tally", "toll", "went",
))  # fmt: skip

# Verbs by which a count passes its figure ("the toll has passed 350"): a lower bound, but only behind one of TALLIED.
PASSING = frozenset(("exceeded", "exceeds", "passed", "passes", "surpassed", "surpasses", "topped", "tops"))
TALLIED = frozenset((
    "cases", "casualties", "count", "dead", "deaths", "fatalities", "figure", "injured", "number", "tally", "toll", "total",
    "wounded",
))  # fmt: skip

# Nouns behind "one" with which it always counts, and people of whom it counts one beside a word of what became of them.
ONE_NOUNS = frozenset((
    "civilian", "dead", "death", "goal", "injured", "killed", "occasion", "person", "soldier", "time", "wounded",
))  # fmt: skip
PEOPLE = frozenset((
    "attacker", "boy", "bystander", "child", "demonstrator", "driver", "employee", "farmer", "fighter", "firefighter",
    "fisherman",
    "girl", "guard", "gunman", "hostage", "infant", "insurgent", "journalist", "labourer", "man", "migrant", "militant", "miner",
    "nurse", "officer", "official", "passenger", "patient", "pilot", "policeman", "protester", "rebel", "resident", "sailor",
    "serviceman", "student", "supporter", "teacher", "terrorist", "toddler", "trader", "trooper", "victim", "villager", "woman",
    "worker",
))  # fmt: skip
OUTCOMES = frozenset((
    "abducted", "arrested", "detained", "died", "dies", "drowned", "hurt", "injured", "kidnapped", "killed", "lost", "missing",
    "perished", "rescued", "wounded",
))  # fmt: skip

# A capitalised word in front of a number that names a thing instead of counting.
IDENTIFIER_LEADS = frozenset((
    "act", "airbus", "cac", "dax", "ftse", "nasdaq", "nikkei", "amendment", "apollo", "article", "boeing", "camp", "category",
    "channel", "chapter", "clause", "code",
    "district",
    "docket", "engine", "flight", "form", "formula", "gate", "group", "highway", "interstate", "iphone", "item", "junction",
    "lot",
    "no", "number", "nr", "page", "paragraph", "phase", "platform", "proposition", "protocol", "resolution", "room", "route",
    "rule", "schedule", "section", "sector", "stage", "table", "terminal", "title", "type", "unit", "verse", "version", "vol",
    "volume",
    "ward", "windows", "xbox", "zone",
))  # fmt: skip

AGE_LEADS = frozenset(("age", "aged", "ages"))

DECADE_AGES: dict[str, int] = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
