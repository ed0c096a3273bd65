"""Where lines end: the rules of breaking, told as texts."""

from __future__ import annotations

from itertools import pairwise

from tests.layout.events import rich, theme

from deroule.layout.desk import INK
from deroule.layout.lettering import Look, balanced_width, paragraph, set_text
from deroule.layout.measure import face_of
from deroule.layout.page import EMU_PER_POINT
from deroule.model.richtext import RichText, Run

LOOK = Look(20, INK)


def lines(said, width, look=LOOK):
    setting = set_text(theme(), [paragraph(said, look)], round(width * EMU_PER_POINT))
    shown = setting.paragraphs[0]
    marks = (0, *shown.breaks, len(shown.text))
    return [shown.text[start:end] for start, end in pairwise(marks)]


def test_lines_end_at_spaces():
    assert lines("Une entreprise de territoire révèle ses ressources", 200) == [
        "Une entreprise de ", "territoire révèle ses ", "ressources",
    ]  # fmt: skip


def test_lines_never_end_at_a_no_break_space():
    assert lines("Et demain\u00a0? Toujours\u00a0!", 130) == ["Et demain\u00a0? ", "Toujours\u00a0!"]


def test_a_narrow_no_break_space_is_shown_as_a_no_break_space_where_the_font_lacks_it():
    assert lines("12\u202f000", 200) == ["12\u00a0000"]


def test_lines_end_after_a_hyphen_between_letters():
    assert lines("un savoir-faire", 100) == ["un savoir-", "faire"]


def test_a_word_wider_than_the_box_is_broken_by_force():
    setting = set_text(theme(), [paragraph("anticonstitutionnellement", LOOK)], 100 * EMU_PER_POINT)
    assert setting.broken
    assert setting.lines > 1


def test_a_line_break_of_the_author_is_kept():
    assert lines(RichText((Run("un"), Run("\n"), Run("deux"))), 400) == ["un\n", "deux"]


def test_an_address_counts_with_the_worse_of_two_ways():
    address = "https://exemple.fr/un/chemin"
    assert "".join(lines(f"Voir {address} ici", 200)).replace("\u00a0", " ") == f"Voir {address} ici"


def test_bold_is_wider():
    plain = set_text(theme(), [paragraph("mmmm", LOOK)], 10_000_000).width
    assert set_text(theme(), [paragraph("mmmm iiii", LOOK.but(bold=True))], 10_000_000).width > plain


def test_superscripts_are_narrower():
    small = set_text(theme(), [paragraph(RichText((Run("e", superscript=True),)), LOOK)], 10_000_000).width
    assert small < set_text(theme(), [paragraph("e", LOOK)], 10_000_000).width


def test_letters_that_the_font_lacks_are_counted_wide():
    assert set_text(theme(), [paragraph("你好", LOOK)], 10_000_000).width >= 2 * 20 * EMU_PER_POINT


def test_letters_of_other_scripts_are_as_wide_as_in_a_font_that_has_them():
    for word in ("Привет", "γράμματα", "مرحبا"):
        width = set_text(theme(), [paragraph(word, LOOK)], 10_000_000).width / 20 / EMU_PER_POINT
        assert 0.4 * len(word) < width < 0.8 * len(word), word


def test_lines_of_ideographs_begin_with_no_closing_mark():
    for width in range(60, 200, 7):
        assert not [line for line in lines("欢迎来到这里。日本語、です。你好世界", width) if line[0] in "。、"], width


def test_lines_with_code_or_subscripts_among_words_are_judged_higher():
    def height(*runs):
        return set_text(theme(), [paragraph(RichText(runs), LOOK)], 10_000_000).height

    plain = height(Run("H2O"))
    assert height(Run("H"), Run("2", subscript=True), Run("O")) > plain
    assert height(Run("voir "), Run("x", code=True)) > plain
    assert height(Run("x", code=True)) == plain == height(Run("x"), Run("2", superscript=True))


def test_balanced_lines_are_of_like_length():
    words = (paragraph(rich("Entrepreneuriat de territoire et collectivités locales"), LOOK),)
    width = round(400 * EMU_PER_POINT)
    narrow = balanced_width(theme(), words, width)
    assert narrow < width
    assert set_text(theme(), words, narrow).lines == set_text(theme(), words, width).lines


def test_a_script_from_the_right_stands_at_the_right():
    for text, from_right in (("مرحبا", True), ("12 שלום", True), ("Bonjour مرحبا", False), ("12 %", False)):
        shown = set_text(theme(), [paragraph(text, LOOK)], 5_000_000).paragraphs[0]
        assert (shown.right_to_left, shown.align) == (from_right, "right" if from_right else "left")


def test_greek_and_cyrillic_are_measured_about_as_wide_as_arial_shows_them():
    (run,) = paragraph("дорогой", LOOK).runs
    liberation_sans = 3.709  # em: the twin of Arial; the font that measures has no Cyrillic
    assert liberation_sans <= face_of(theme(), run).advance("дорогой") <= 1.1 * liberation_sans
