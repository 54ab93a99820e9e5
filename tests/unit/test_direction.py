"""Which runs are isolated in right-to-left text."""

from __future__ import annotations

import pytest

from waraq.pages.direction import runs


def alone(text: str) -> list[str]:
    return [part for part, foreign in runs(text) if foreign]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بۇ Hikvision شىركىتى", ["Hikvision"]),
        ("بۇ Global Magnitsky قانۇنى", ["Global Magnitsky"]),
        ("قانۇن Act (2016) بويىچە", ["Act (2016)"]),
        ("7031(c) ماددا", ["7031(c)"]),
        ("1260H ماددا", ["1260H"]),
        ("HKFP 2018-يىلى", ["HKFP"]),
        ("9–12 بەت", ["9–12"]),
        ("تېلېفون +49 30 1234-567", ["+49 30 1234-567"]),
        ("تېلېفون +49 30 1234-567 (9–12)", ["+49 30 1234-567", "9–12"]),
        ("تېلېفون +49 (0)30 1234", ["+49 (0)30 1234"]),
        ("بۇ Farr & Gallagher نىڭ", ["Farr & Gallagher"]),
        ("A & ب", ["A"]),
        ("2026-11-23 كۈنى", ["2026-11-23"]),
        ("US$1.2 مىليارد", ["US$1.2"]),
        ("https://a.example/ug/b.html نى ئېچىڭ", ["https://a.example/ug/b.html"]),
        ("https://a.example/.", ["https://a.example/"]),
        ("a.b@c.example غا يېزىڭ.", ["a.b@c.example"]),
        ("10\u00a0000 كىشى", ["10\u00a0000"]),
        ("1,234.5 km² يەر", ["1,234.5 km²"]),
        ("(+998) 71-200-00-00 غا تېلېفون قىلىڭ", ["(+998) 71-200-00-00"]),
        ("No. 5/B ئۆي", ["No. 5/B"]),
        ("5/B ئۆي", ["5/B"]),
        ("3(a)–(c) ماددا", ["3(a)–(c)"]),
        ("22 U.S.C. § 1307 ماددا", ["22 U.S.C. § 1307"]),
        ("§ 1307 ماددا", ["§ 1307"]),
        ("بۇ Smith & Sons, Inc. شىركىتى", ["Smith & Sons, Inc."]),
        ("بۇ Zhejiang Dahua Technology Co., Ltd. نىڭ", ["Zhejiang Dahua Technology Co., Ltd."]),
        ("1 000 000 000 يۈەن", ["1 000 000 000"]),
        ("1:50 000 خەرىتە", ["1:50 000"]),
        ("سوغۇق -5 °C ئىدى", ["-5 °C"]),
        ("±5 ۋە +5% ياكى ~50", ["±5", "+5%", "~50"]),
        ("#1 ۋە №5", ["#1", "№5"]),
        ("3×4 = 12 بولىدۇ", ["3×4 = 12"]),
        ("50%–60% ئارىسىدا", ["50%–60%"]),
        ("€20 ۋە £1.5", ["€20", "£1.5"]),
        ("COVID-19 دىن 2019-يىلى", ["COVID-19"]),
        ("2020-يىلى 9-ئىيۇل", []),
        ("1949-يىل 10-ئاينىڭ 1-كۈنى", []),
        ("ئا-5 ۋە 12 30", []),
        ("«B» گۇرۇپپا.", ["B"]),
        ("پەقەت ئۇيغۇرچە", []),
    ],
)
def test_latin_runs_and_composed_numbers_are_isolated(text: str, expected: list[str]) -> None:
    assert alone(text) == expected


def test_nothing_is_lost_or_doubled() -> None:
    text = "ئامېرىكا OFAC (US Treasury) نىڭ 1,588 ۋە 50% قائىدىسى."
    assert "".join(part for part, _ in runs(text)) == text
