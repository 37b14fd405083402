"""Names of other scripts in Latin letters, and letters that decomposing does not make plain.

Small tables by design: what counts is that one name written in two ways comes near itself, not that
it is spelt as its bearer spells it. Chinese is read in Mandarin, family names first of all.
"""

import unicodedata
from functools import cache
from importlib.resources import files


def _spelt(signs: str, latin: str) -> dict[str, str]:
    return dict(zip(signs, latin.split(), strict=True))


_LETTERS = _spelt("ßłøđðıæœþəħŋ", "ss l o d d i ae oe th a h n")
_CYRILLIC = _spelt(
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўёђјљњћџ",
    "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch ' y ' e yu ya i yi ye g u e dj j lj "
    "nj c dz",
)
_GREEK = _spelt("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o")
_ARABIC = _spelt(
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءپچژگکی",
    "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h u i a a ' p ch zh g k y",
)
_HEBREW = _spelt(
    "אבגדהוזחטיךכלםמןנסעףפץצקרשת", "a b g d h v z h t y k k l m m n n s a f p ts ts k r sh t"
)
_KANA = _spelt(
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
    "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ",
    "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu "
    "me mo ya yu yo ra ri ru re ro wa wo n ga gi gu ge go za ji zu ze zo da ji zu de do ba bi bu be bo "
    "pa pi pu pe po",
)
_HANGUL = (
    ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"),
    ("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi",
     "yu", "eu", "ui", "i"),
    ("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t",
     "t", "ng", "t", "t", "k", "t", "p", "h"),
)  # fmt: skip
_FAMILIES = _spelt(
    "김이박최정강조윤장임오신권유노",
    "kim lee park choi jung kang cho yoon jang lim oh shin kwon yoo roh",
)
"""Korean family names as their bearers usually write them."""


@cache
def _table() -> dict[str, str]:
    hiragana = {chr(ord(sign) - 0x60): sound for sign, sound in _KANA.items()}
    table = {**_LETTERS, **_CYRILLIC, **_GREEK, **_ARABIC, **_HEBREW, **_KANA, **hiragana}
    return {sign: latin.replace("'", "") for sign, latin in table.items()}


def latin(text: str) -> str:
    """The text in small Latin letters without accents; signs that are not known stay."""
    text = text.casefold()
    if text.isascii():
        return text
    if text in _FAMILIES:
        return _FAMILIES[text]
    table = _table()
    known = "".join(table.get(c) or _hangul(c) or c for c in unicodedata.normalize("NFC", text))
    if known.isascii():
        return known
    plain = unicodedata.normalize("NFKD", known)
    return "".join(table.get(c, c) for c in plain if not unicodedata.combining(c))


def _hangul(sign: str) -> str:
    """A Korean syllable, taken apart by its number."""
    number = ord(sign) - 0xAC00
    if not 0 <= number < 11172:
        return ""
    parts = (number // 588, number // 28 % 21, number % 28)
    return "".join(_HANGUL[i][part] for i, part in enumerate(parts))


@cache
def _pinyin() -> dict[str, str]:
    text = files(__package__).joinpath("pinyin.txt").read_text("utf-8")
    lines = (line.split() for line in text.splitlines())
    return {sign: syllable for syllable, signs in lines for sign in signs}


@cache
def spoken(word: str) -> str:
    """A Chinese word as it sounds in Mandarin; one with a sign that is not known stays as it is."""
    sounds = [_pinyin().get(sign, "") for sign in word]
    return "".join(sounds) if all(sounds) else word
