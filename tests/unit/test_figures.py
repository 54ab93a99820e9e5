"""What may stand at a figure that a page sets, and what would make another number of it."""

from __future__ import annotations

import pytest

from waraq.languages import named
from waraq.translate.judging import Complaint, complaints

FACT = "{fact}`camps-2018`"
SOURCE = f"Perhaps {FACT} people{{claim}}`camps` were held."


def found(msgstr: str, msgid: str = SOURCE, tag: str = "zh-Hans") -> list[Complaint]:
    label = "{fact}" not in msgid
    every = complaints(msgid, msgstr, named(tag), label=label)
    return [each for each in every if each.rule == "figures"]


@pytest.mark.parametrize(
    "at",
    ["{}万", "{}千", "{}百万", "{} 亿", "{} million", "{}多万", "{}k", "{}％", "{}%", "{} ‰",
     "${}", "¥{}", "{}€", "负{}", "−{}", "-{}", "+{}", "一百{}", "九千万{}", "百分之{}", "1{}",
     "{}00", "三{}", "**{}**万", "{}{{claim}}`camps`万", "十分之{}", "⑲{}", "{}½", "{}⁰", "Ⅹ{}"],
)  # fmt: skip
def test_what_counts_at_a_figure_makes_another_number_of_it(at: str) -> None:
    claim = "" if "claim" in at else "{claim}`camps`"
    assert found(f"也许有{at.format(FACT)}人{claim}被关押。")


@pytest.mark.parametrize(
    "at",
    ["{} مىڭ", "{} مىليون", "{} مىليارد", "{} مىليوندىن", "{} پىرسەنت", "{}٪", "{} %", "يۈز {}",
     "ئون {}", "−{}", "٣{}"],
)  # fmt: skip
def test_uyghur_words_at_a_figure_are_known_too(at: str) -> None:
    assert found(f"بەلكىم {at.format(FACT)} ئادەم{{claim}}`camps` تۇتۇلغان.", tag="ug")


@pytest.mark.parametrize(
    "text",
    ["约{}万", "约{}千", "{}％", "−{}", "约1{}", "${}", "{} million"],
)
def test_so_does_what_counts_at_the_placeholder_of_a_label(text: str) -> None:
    assert found(text.format("{figure}"), "about {figure}")


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("zh-Hans", "也许有{}名百姓被关押。"),
        ("zh-Hans", "第一、{}人；万一{}人"),
        ("zh-Hans", "周五{}人被关押"),
        ("zh-Hans", "共有{}一起被关押的人"),
        ("zh-Hans", "重达{}千克"),
        ("zh-Hans", "数量{}十分庞大"),
        ("zh-Hans", "数十万人，也许{}人或更多"),
        ("zh-Hans", "在2018年，{}人——{}个团体"),
        ("zh-Hans", "肩负{}"),
        ("ug", "2018-يىلى {} ئادەم"),
        ("ug", "بىر {} ئادەم"),
        ("ug", "بەلكىم – {} دىن ئارتۇق"),
        ("ug", "{} يۈز بەردى"),
        ("ru", "в 2018-м {} человек"),
        ("de", "im Jahr 2018: {} m"),
        ("tr", "{}'den fazla"),
        ("zh-Hans", "截至2018，{}人"),
        ("zh-Hans", "有{}人，2018年"),
        ("zh-Hans", "是{}，2018年"),
        ("de", "es waren {}, 2018 mehr"),
    ],
)
def test_ordinary_words_may_stand_at_a_figure(tag: str, text: str) -> None:
    assert found(text.format(FACT, FACT), tag=tag) == []


@pytest.mark.parametrize(
    ("tag", "msgid", "msgstr"),
    [
        ("zh-Hans", "{} million people", "{}百万人"),
        ("zh-Hans", "{} hundred thousand people", "{}十万人"),
        ("zh-Hans", "{} per cent of them", "其中百分之{}"),
        ("ug", "{} per cent of them", "ئۇلارنىڭ {} پىرسەنتى"),
        ("de", "{} million people", "{} Millionen Menschen"),
        ("fr", "${} were paid", "{} $ ont été payés"),
        ("zh-Hans", "minus {} degrees", "负{}度"),
        ("zh-Hans", "One in {} adults", "{}分之一的成年人"),
        ("ug", "thousands of {} people", "مىڭلىغان {} ئادەم"),
    ],
)
def test_what_stands_at_it_in_the_source_may_stand_there(tag: str, msgid: str, msgstr: str) -> None:
    assert found(msgstr.format(FACT), msgid.format(FACT), tag) == []


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ug", "{}\u200f مىڭ"),
        ("zh-Hans", "{}\u3000万人"),
        ("zh-Hans", "{},000人"),
        ("zh-Hans", "{}.5人"),
        ("tr", "1.{} kişi"),
    ],
)
def test_nothing_unseen_and_no_separator_hides_what_counts(tag: str, text: str) -> None:
    assert found(text.format(FACT), tag=tag)


def test_another_scale_than_the_sources_is_found() -> None:
    assert found(f"{FACT}千人", f"{FACT} million people")


def test_a_complaint_names_the_figure_and_what_stands_there() -> None:
    (complaint,) = found(f"也许有{FACT}亿人{{claim}}`camps`被关押。")
    assert complaint.words == (
        "“亿” stands at the role {fact} with 'camps-2018', and nothing like it in the source"
    )


@pytest.mark.parametrize("text", ["{high}至{low}", "{high}–{low}", "从{high}到{low}"])
def test_a_range_keeps_its_order(text: str) -> None:
    (complaint,) = found(text, "{low} to {high}")
    assert complaint.words == "{high} stands before {low}"


@pytest.mark.parametrize("text", ["{low}至{high}", "{low}–{high}", "{low}-{high}", "{low}−{high}"])
def test_the_dash_of_a_range_is_no_sign(text: str) -> None:
    assert found(text, "{low} to {high}") == []


def test_other_placeholders_may_change_their_order() -> None:
    assert found("{total} بەتنىڭ {number}-بېتى", "Page {number} of {total}", "ug") == []
