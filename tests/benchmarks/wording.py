"""Words for the workload: without meaning, in the letters that a language is written with.

To add a language, add its letters: consonants and vowels for an alphabet, characters for Han
(none that counts or dates, which would add figures that the source lacks).
The source has real English words. Random words tell nothing about spelling or hyphenation.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

BLANK = re.compile(r"\{(\d+|\.|,)\}")
BEGINNING = re.compile(r"^\w|(?<=\. )\w")

ENGLISH = """
about account after again air also answer apple around ask autumn basket before begin between bird
boat book bread bridge bring build carry chair change city clear cloud coast colour come country
cross day door down early east evening every farm field find fire flower follow forest friend
garden give glass gold grass green ground grow hand harbour hear high hill home horse hour house
island keep kitchen lake lamp land large late leaf learn letter light line listen little long
market meadow middle milk month moon morning mountain move name near night north number old open
orange other page paper path place plain plant quiet rain reach read river road room round school
sea season second sheep shore short silver simple small snow south speak spring square stand star
stone story street summer sun table tell thing three time together town tree under village voice
wait walk wall warm water week west wheel white wide wind window winter wood word work world write
year yellow young
"""


@dataclass(frozen=True)
class Wording:
    """How one language makes a text of blanks: its words, and what stands between them."""

    vocabulary: tuple[str, ...] = ()
    consonants: str = ""
    vowels: str = ""
    syllables: tuple[int, int] = (1, 4)
    characters: str = ""
    stop: str = "."
    comma: str = ","

    def fill(self, template: str, chance: random.Random) -> str:
        """Fill the blanks: ``{7}`` is seven words, ``{.}`` and ``{,}`` are its own marks.

        Spaces go where the language has none; a no-break space is a space in all.
        """
        if self.characters:
            template = template.replace(" ", "")
        text = BLANK.sub(lambda blank: self._filled(blank[1], chance), template)
        text = text.replace("\N{NO-BREAK SPACE}", " ")
        return BEGINNING.sub(lambda found: found[0].upper(), text)

    def _filled(self, blank: str, chance: random.Random) -> str:
        marks = {".": self.stop, ",": self.comma}
        if blank in marks:
            return marks[blank]
        between = "" if self.characters else " "
        return between.join(self._word(chance) for _ in range(int(blank)))

    def _word(self, chance: random.Random) -> str:
        if self.vocabulary:
            return chance.choice(self.vocabulary)
        if self.characters:
            return "".join(chance.choices(self.characters, k=chance.randint(1, 2)))
        consonants, vowels = self.consonants.split(), self.vowels.split()
        return "".join(
            chance.choice(consonants) + chance.choice(vowels)
            for _ in range(chance.randint(*self.syllables))
        )


SOURCE = Wording(vocabulary=tuple(ENGLISH.split()))

WORDINGS = {
    "ug": Wording(
        consonants="ب پ ت ج چ خ د ر ز س ش غ ف ق ك گ ڭ ل م ن ھ ي",
        vowels="ا ە و ۇ ۆ ۈ ې ى",
        comma="،",
    ),
    "zh-Hans": Wording(
        characters="是在不有和人这中大为上个国以要他时来用生到作地于出就分对成会可主发动同工"
        "也能下过子说产种面而方后多定行学法所民得经之进着等部度家电力里如水化高自理起小现实",
        stop="。",
        comma="，",
    ),
    "tr": Wording(consonants="b c ç d f g ğ h k l m n p r s ş t v y z", vowels="a e ı i o ö u ü"),
    "kk": Wording(consonants="б в г ғ д ж з й к қ л м н ң п р с т ш", vowels="а ә е о ө ұ ү ы і"),
    "ru": Wording(
        consonants="б в г д ж з к л м н п р с т ф х ц ч ш щ", vowels="а е ё и о у ы э ю я"
    ),
    "ar": Wording(
        consonants="ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه",
        vowels="ا و ي",
        syllables=(1, 3),
        comma="،",
    ),
    "fr": Wording(
        consonants="b c ç d f g j l m n p qu r s t v ch", vowels="a à â e é è ê i î o ô u ou œ"
    ),
    "de": Wording(
        consonants="b d f g h k l m n p r s t w z ß sch st",
        vowels="a e i o u ä ö ü ei ie",
        syllables=(1, 5),
    ),
    "es": Wording(consonants="b c d f g h j l m n ñ p r s t v z ll", vowels="a e i o u á é í ó ú"),
    "fa": Wording(
        consonants="ب پ ت ج چ ح خ د ر ز ژ س ش ص ط ع ف ق ک گ ل م ن ه",
        vowels="ا و ی",
        syllables=(1, 3),
        comma="،",
    ),
    "ja": Wording(
        characters="のにはをたがでてとしれさいるからなもこまきあけうつりくよせカシトルスンアリ"
        "本人大出中学会時国気山川田生東西南北高新社行見水火木金土分間話語読書手目",
        stop="。",
        comma="、",
    ),
    "zh-Hant": Wording(
        characters="是在不有和人這中大為上個國以要他時來用生到作地於出就分對成會可主發動同工"
        "也能下過子說產種面而方後多定行學法所民得經之進著等部度家電力裡如水化高自理起小現實",
        stop="。",
        comma="，",
    ),
}
"""The twelve languages of the workload by BCP 47 tag: Latin, Cyrillic, Arabic, Han and kana."""


def sphinx_name(tag: str) -> str:
    """What plain Sphinx calls the language: it knows Chinese by country."""
    countries = {"zh-Hans": "zh_CN", "zh-Hant": "zh_TW"}
    return countries.get(tag, tag.replace("-", "_"))
