"""The rules for one message, beyond what the sample catalogs show."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from waraq.languages import Language, named
from waraq.problems import Severity
from waraq.translate import addresses, characters, letters, numbers
from waraq.translate.inline import Syntax
from waraq.translate.judging import complaints
from waraq.translate.rules import MUTABLE, RULES, UNPARSED, Rule
from waraq.translate.skeleton import Message, Pair

SOURCE = "The [list](list.md) of 2020.[^treasury]"
UYGHUR, CHINESE = named("ug"), named("zh-Hans")


def rules(msgstr: str, msgid: str = SOURCE, language: Language = UYGHUR) -> list[str]:
    return [each.rule for each in complaints(msgid, msgstr, language)]


def test_every_rule_has_a_name_of_its_own_a_hint_and_a_reason() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.hint
        assert rule.reason


def test_only_warnings_can_be_muted() -> None:
    assert "numbers" in MUTABLE
    assert not MUTABLE & {rule.name for rule in RULES if rule.severity is Severity.ERROR}


@pytest.mark.parametrize(
    ("tag", "msgstr"),
    [
        ("ug", "2020-يىلدىكى [تىزىملىك](list.md).[^treasury]"),
        ("zh-Hans", "[^treasury]**2020**年的[名单](list.md)。"),
        ("de", "Die [*Liste*](list.md)n von 2020.[^treasury]"),
        ("ug", "\u200f[تىزىملىك](list.md)نىڭ «2020»[^treasury]"),
    ],
)
def test_pieces_may_move_and_take_suffixes_and_emphasis(tag: str, msgstr: str) -> None:
    assert rules(msgstr, language=named(tag)) == []


def test_a_complaint_says_what_is_wrong_and_what_to_do() -> None:
    (complaint,) = complaints(SOURCE, "2020-يىلدىكى تىزىملىك.[^treasury]", UYGHUR)
    assert complaint.rule == "link-lost"
    assert complaint.severity is Severity.ERROR
    assert complaint.words == "the translation lacks the link (list.md)"
    assert complaint.hint == "put it back exactly as it stands in the msgid; it may move"


def test_a_flood_is_refused_before_it_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("parsed")

    monkeypatch.setattr("waraq.translate.inline.parse", never)
    assert set(rules("`" * 100_000, "A source without markup.")) == {"length", "marks"}
    assert rules("x\u202ey", "A source without markup.") == ["characters"]


def test_the_nesting_of_marks_has_an_end_long_before_the_stack() -> None:
    long = "A long source of many words. " * 100
    assert rules("*a **b _c __d " * 200, long) == ["marks"]


@pytest.mark.parametrize("rule", UNPARSED, ids=lambda rule: rule.name)
def test_the_rules_before_parsing_do_not_parse(rule: Rule) -> None:
    pair = Pair(Message("`a`"), Message("`b`"), UYGHUR)
    list(rule.check(pair))
    assert "_parsed" not in vars(pair.translation)


def test_a_piece_of_a_kind_that_no_rule_names_is_compared_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("waraq.translate.pieces.KINDS", ("link",))
    assert "pieces" in rules("2020-يىلدىكى [تىزىملىك](list.md).")


def test_a_formula_is_text_where_the_sources_have_none() -> None:
    msgid, msgstr = "It costs $ and $.", "ئۇنىڭ باھاسى $a$."
    maths: Syntax = frozenset({"math"})
    assert [each.rule for each in complaints(msgid, msgstr, UYGHUR)] == []
    assert "math-added" in [each.rule for each in complaints(msgid, msgstr, UYGHUR, syntax=maths)]


def test_a_label_may_hold_its_placeholders() -> None:
    found = complaints(
        "Page {number} of {total}", "{total} 页中的第 {number} 页", CHINESE, label=True
    )
    assert found == []


def test_a_label_names_no_address_either() -> None:
    (found,) = complaints("Next page", "evil.com 下一页", CHINESE, label=True)
    assert found.rule == "address-added"


@pytest.mark.parametrize(
    ("tag", "character", "refused"),
    [
        ("fa", "\u200c", False),
        ("ru", "\u200c", True),
        ("ar", "\u200f", False),
        ("tr", "\u200f", True),
        ("ug", "\u0640", False),
        ("hi", "\u200d", False),
        ("ja", "\U000e0100", True),
    ],
)
def test_invisible_characters_pass_where_the_script_needs_them(
    tag: str, character: str, refused: bool
) -> None:
    assert bool(list(characters.complaints(f"a{character}b", "ab", named(tag)))) is refused


def test_what_the_source_has_the_translation_may_have() -> None:
    assert not list(characters.complaints("⚠\ufe0f Achtung", "⚠\ufe0f Caution", named("de")))
    assert list(characters.complaints("a\u202eb", "a\u202eb", named("de")))


@pytest.mark.parametrize(
    "text", ["evil.com", "еvil.com", "nytimes.co", "cecc.gоv", "x@cecc.gov", "@cecc"]
)
def test_an_address_that_only_resembles_the_sources_is_another(text: str) -> None:
    assert list(addresses.added(text, "[a](https://www.cecc.gov/x) and nytimes.com"))


@pytest.mark.parametrize(
    "text", ["cecc.gov", "WWW.CECC.GOV", "https://www.cecc.gov/x", "请看cecc.gov。", "cecc.govدا"]
)
def test_the_sources_own_address_passes_with_what_stands_beside_it(text: str) -> None:
    assert not list(addresses.added(text, "[a](https://www.cecc.gov/x)"))


@pytest.mark.parametrize(
    "text",
    [
        "Ол айтты.Бірақ ол",
        "сообщил.Со слов",
        "dit.Il est",
        "oldu.Ve",
        "表示。US 公司",
        "31.08.2018",
    ],
)
def test_a_sentence_without_a_space_behind_it_is_no_address(text: str) -> None:
    assert not list(addresses.added(text, "Nothing."))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("zh-Hans", "2020年约2585万人，1588人，2018年8月29日"),
        ("zh-Hant", "二〇二〇年 ２５８５萬、一千五百八十八人、二〇一八年八月二十九日"),
        ("ug", "2020-يىلى 25 مىليون 850 مىڭ، 1588، 2018-يىلى 8-ئاينىڭ 29-كۈنى"),
        ("ar", "٢٠٢٠ نحو ٢٥٫٨٥ مليون؛ ١٬٥٨٨ في ٢٩ آب/أغسطس ٢٠١٨"),
        ("fa", "۲۰۲۰ حدود ۲۵٫۸۵ میلیون؛ ۱٬۵۸۸ در ۲۹ اوت ۲۰۱۸"),
        ("ru", "2020 25,85 млн, 1 588 человек 29 августа 2018 года"),
        ("kk", "2020 жылғы 25,85 миллион; 1588 адам 2018 жылғы 29 тамызда"),
        ("de", "2020 25.850.000; 1.588 am 29.08.2018"),
        ("fr", "2020 25,85 millions ; 1\u202f588 le 29 août 2018"),
        ("es", "2020 25,85 millones; 1588 el 29 de agosto de 2018"),
        ("tr", "2020 25,85 milyon; 1.588 kişi 29 Ağustos 2018'de"),
        ("ja", "2020年 2585万人、1588人、2018年8月29日"),
        ("bo", "2020 25.85 1588 29 2018 8"),
    ],
)
def test_one_statement_in_the_numbers_of_every_tradition(tag: str, text: str) -> None:
    source = "In 2020 about 25.85 million; 1,588 of them on 29 August 2018."
    language = named(tag)
    assert list(numbers.number_differences(text, source, language)) == []
    assert list(numbers.month_differences(text, source, language)) == []


@pytest.mark.parametrize(
    ("run", "value"),
    [("2585万", 25_850_000), ("一亿二千万", 120_000_000), ("1.2万亿", 1_200_000_000_000)],
)
def test_han_numerals_are_read(run: str, value: int) -> None:
    source = numbers.Stated({}, frozenset({Decimal(value)}), {}, frozenset(), frozenset())
    assert numbers._compared(run, source, CHINESE) == ({Decimal(value)}, [])


def test_a_name_of_the_source_is_not_counted_as_another_script() -> None:
    text, source = "Hikvision شىركىتى", "Hikvision, a firm"
    assert not list(letters.of_another_script(text, source, UYGHUR))


@pytest.mark.parametrize(
    "flood",
    ["1,1" * 3000, "一" * 9000, "1 000" * 1500, "a.a" * 3000, "a@" * 4000, "a-" * 4000 + ".com",
     "م" * 9000, "8-" * 4000, "the " * 2000, "aa " * 3000, "://" * 3000, "\\" * 9000,
     "۱٬۵۸۸ " * 1500, "x." * 4500, "A" * 9000, "[(" * 4000, "&a" * 4000, "<a" * 4000,
     "Օ" * 9000, "1.é" + "1.." * 3000, "éO1" * 3000, "¹" * 9000, "⑲½Ⅹ" * 3000, "壹" * 9000,
     "千万" * 4500, "三十多" * 3000, "〇" * 9000],
    ids=lambda flood: flood[:6].encode("unicode_escape").decode(),
)  # fmt: skip
@pytest.mark.parametrize("tag", ["ug", "zh-Hans", "ru", "tr"])
def test_no_rule_is_slow_on_floods_that_the_cap_lets_through(tag: str, flood: str) -> None:
    msgid = "In August 2018 a long source of many words was written. " * 50
    start = time.process_time()
    for rule in RULES:
        list(rule.check(Pair(Message(msgid), Message(flood, label=True), named(tag))))
    assert time.process_time() - start < 1


def test_a_pattern_without_words_may_stay_as_it_is() -> None:
    pattern = "{date}: {event}"
    assert [each.rule for each in complaints(pattern, pattern, UYGHUR, label=True)] == []
    words = "{date} came: {event}"
    found = [each.rule for each in complaints(words, words, UYGHUR, label=True)]
    assert "same-as-source" in found


def test_a_date_or_a_figure_alone_may_be_a_whole_translation() -> None:
    assert rules("{date}`2016`", "In {date}`2016`") == []
    assert "no-words" in rules("{claim}`x`", "Four.{claim}`x`")
