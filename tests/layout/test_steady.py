"""Lines that hold whoever shows them: where a hair would move a line end, the box is made a little narrower."""

from __future__ import annotations

from tests.layout.events import FRENCH, rich, theme

from deroule.layout.breaking import break_lines
from deroule.layout.desk import INK
from deroule.layout.lettering import Look, paragraph, set_text
from deroule.layout.measure import run_width
from deroule.layout.page import EMU_PER_POINT, Box
from deroule.layout.shapes import written
from deroule.layout.steady import held, steady

LOOK = Look(20, INK)
THEME = theme()
ROOM = 400 * EMU_PER_POINT


def set_in(width, text=FRENCH, look=LOOK):
    return set_text(THEME, [paragraph(rich(text), look)], width)


def test_at_every_width_lines_are_as_many_with_and_without_the_margin():
    for width in range(300, 400):
        shape = written(Box(0, 0, width * EMU_PER_POINT, ROOM), "t", set_in(width * EMU_PER_POINT))
        shown = shape.paragraphs[0]
        room = width - (shape.insets[0] + shape.insets[2]) / EMU_PER_POINT
        for share in (0.99, 1.0):
            assert len(break_lines(THEME, shown.runs, room * share)[0]) == len(shown.breaks), width


def test_a_long_text_has_the_lines_that_its_letters_give():
    """With many lines, no width near has as many with the margin and without it: then the letters themselves count."""
    for width in range(300, 400, 3):
        setting = set_in(width * EMU_PER_POINT, FRENCH * 6)
        shape = written(Box(0, 0, width * EMU_PER_POINT, ROOM), "t", setting)
        shown = shape.paragraphs[0]
        room = width - (shape.insets[0] + shape.insets[2]) / EMU_PER_POINT
        for options in ({}, {"least": True}):
            assert len(break_lines(THEME, shown.runs, room, **options)[0]) == len(shown.breaks), width
        # The room kept is that of the widest letters.
        assert len(shown.breaks) < setting.lines <= len(shown.breaks) + 2


def test_raised_letters_keep_the_lines_of_the_margin():
    """How wide they are differs from suite to suite: the margin is for them."""
    for width in range(300, 400, 5):
        setting = set_in(width * EMU_PER_POINT, "Le XXI^e^ siècle a connu de longs textes comme celui-ci. " * 20)
        paragraphs, _ = steady(THEME, setting)
        assert len(paragraphs[0].breaks) == setting.lines - 1


def test_the_number_of_lines_never_changes():
    for width in range(300, 400):
        setting = set_in(width * EMU_PER_POINT)
        paragraphs, trim = steady(THEME, setting)
        assert [len(one.breaks) for one in paragraphs] == [len(one.breaks) for one in setting.paragraphs]
        assert 0 <= trim < setting.room * 0.12


def test_the_width_is_taken_where_lines_end():
    for align, expected in (("left", (0, 0, 10, 0)), ("right", (10, 0, 0, 0)), ("centre", (5, 0, 5, 0))):
        assert held((0, 0, 0, 0), set_in(ROOM, look=LOOK.but(align=align)).paragraphs, 10) == expected


def test_letters_of_other_fonts_are_counted_wide_for_fit_and_narrow_for_the_least():
    run = set_in(ROOM, "Привет").paragraphs[0].runs[0]
    assert run_width(THEME, run, run.text) > run_width(THEME, run, run.text, True)


def test_a_word_is_held_with_the_emoji_after_it():
    shown = set_in(ROOM, "Un mot ou deux puis encore quelques autres mots 🎉").paragraphs[0]
    assert not shown.text[shown.breaks[-1] :].startswith("🎉")


def test_a_link_counts_as_whole_where_that_takes_a_line_more():
    """LibreOffice takes a link's words to the next line together; others break between them."""
    runs = set_in(ROOM, "Un début [deux mots](https://exemple.org) fini là").paragraphs[0].runs
    widest = run_width(THEME, runs[0], "Un début deux") + 1
    assert len(break_lines(THEME, runs, widest)[0]) > len(break_lines(THEME, runs, widest, least=True)[0])
