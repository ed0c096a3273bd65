"""No word of a chart stands on another: numbers find a free side, bars lie down, or a scale tells what they would."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.layout.charts.shapes import ANSWERS, BODIES, CHARTS, MONTHS, chart, pages_of, placed
from tests.layout.events import event_of, slide, theme

from deroule.layout import place
from deroule.layout.charts.around import Edge
from deroule.layout.charts.planning import bar, point
from deroule.layout.charts.room import Room, apart, overlap, within
from deroule.layout.charts.scale import written_number
from deroule.layout.page import Box, ChartBox, TextShape
from deroule.model import blocks as b

A_HAIR = 12_700
"""A point: what rounding may take."""


def words_of(box: ChartBox) -> list[Box]:
    plan = box.plan
    return [one.box for one in (*plan.numbers, *plan.names, *plan.steps, *plan.legend)]


def near(box: Box) -> Box:
    return Box(box.x - A_HAIR, box.y - A_HAIR, box.width + 2 * A_HAIR, box.height + 2 * A_HAIR)


@pytest.mark.parametrize("name", CHARTS)
def test_no_word_of_a_chart_stands_on_another_or_outside_it(name):
    box = placed(CHARTS[name])
    assert apart(words_of(box))
    assert [one for one in words_of(box) if not within(one, near(box.box))] == [] or box.plan.every > 1


@pytest.mark.parametrize("kind", ["bar", "line"])
@pytest.mark.parametrize("count", [15, 40, 120])
def test_a_legend_of_very_many_names_leaves_room_for_what_they_name(kind, count):
    series = [[float(one + at) for at in range(4)] for one in range(count)]
    box = placed(chart(kind, *series, names=[f"{name} et leurs établissements" for name in ANSWERS]))
    assert box.plan.plot.height > box.box.height // 3
    assert apart([one.box for one in box.plan.legend])
    assert all(within(one.box, near(box.box)) for one in box.plan.legend)


def test_of_a_pie_of_very_many_shares_the_largest_are_told():
    values = [1 + at % 7 for at in range(60)]
    box = placed(chart("pie", values, names=[f"Poste numéro {at} du budget" for at in range(60)]))
    assert apart(words_of(box)) and all(within(one, near(box.box)) for one in words_of(box))
    assert {number.place for number in box.plan.numbers} >= {at for at, value in enumerate(values) if value == 7}


numbers = st.one_of(st.none(), st.floats(-1e5, 1e5, allow_nan=False).map(lambda value: round(value, 1)))
names = st.sampled_from([*ANSWERS, *BODIES, "2018", "Nord", "Oui", "Anticonstitutionnellement"])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_counted_every_number_is_told_or_a_scale_is(data):
    categories = data.draw(st.lists(names, min_size=1, max_size=14, unique=True))
    series = st.lists(numbers, min_size=len(categories), max_size=len(categories))
    values = data.draw(st.lists(series, min_size=1, max_size=4))
    box = placed(chart(data.draw(st.sampled_from(["bar", "line"])), *values, names=categories))
    known = [value for each in values for value in each if value is not None]
    assert box.plan.numbers or box.plan.step or not known
    assert apart(words_of(box))
    assert all(within(one.box, near(box.box)) for one in box.plan.numbers)
    assert box.plan.low <= min(known, default=0.0) and max(known, default=0.0) <= box.plan.high


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 100), min_size=1, max_size=12), st.booleans())
def test_the_numbers_of_a_pie_stand_outside_it_and_apart(values, short):
    categories = [f"Poste {at}" if short else f"Le poste de dépense numéro {at}" for at in range(len(values))]
    box = placed(chart("pie", values, names=categories, unit="%"))
    plot = box.plan.plot
    edge = Edge(plot.x + plot.width / 2, plot.y + plot.height / 2, plot.width / 2, 1)
    assert len(box.plan.numbers) == len(values)
    assert apart([number.box for number in box.plan.numbers])
    assert all(edge.distance(number.box) > 0 and within(number.box, near(box.box)) for number in box.plan.numbers)


def test_only_the_numbers_of_thin_shares_are_moved():
    thin, wide = placed(CHARTS["thin shares"]), placed(CHARTS["shares"])
    assert {number.lines[0] for number in thin.plan.numbers if number.aside or number.down} >= {"Industrie", "Énergie"}
    assert "Agriculture" not in {number.lines[0] for number in thin.plan.numbers if number.aside or number.down}
    assert not [number for number in wide.plan.numbers if number.aside or number.down]


def test_a_number_is_moved_aside_where_its_own_line_falls_through_its_place():
    sides = {number.text: (number.side, number.aside > 0) for number in placed(CHARTS["falling"]).plan.numbers}
    assert sides["45"] == ("above", False)
    assert sides["26"] == ("above", True)


def test_of_two_lines_the_lower_one_has_its_numbers_below():
    told = placed(CHARTS["close"]).plan.numbers
    assert {number.side for number in told if number.series == 0 and number.place in (0, 1, 2)} == {"above"}
    assert {number.side for number in told if number.series == 1 and number.place in (0, 1, 2)} == {"below"}


def test_lines_that_meet_in_a_point_tell_its_number_once():
    box = placed(chart("line", (10, 20, 30), (30, 20, 10), names=("A", "B", "C")))
    assert sorted(number.text for number in box.plan.numbers) == ["10", "10", "20", "30", "30"]


def test_numbers_that_could_not_be_read_give_way_to_a_scale_in_round_steps():
    plan = placed(CHARTS["crossing"]).plan
    assert (plan.numbers, plan.low, plan.high, plan.step) == ((), 0, 40, 10)
    assert [step.lines for step in plan.steps] == [("0",), ("10",), ("20",), ("30",), ("40",)]


def test_bars_lie_where_their_names_are_too_long_to_stand_under_them():
    standing, lying = placed(CHARTS["answers"]), placed(CHARTS["bodies"])
    assert (standing.plan.lying, lying.plan.lying) == (False, True)
    assert lying.plan.names[0].lines == ("Intercommunalités",)
    assert [number.text for number in lying.plan.numbers][:2] == ["12,0\u00a0M€", "−18,5\u00a0M€"]
    assert [number.side for number in lying.plan.numbers][:2] == ["right", "left"]


def test_no_number_stands_on_a_bar():
    for name in ("grouped", "below zero", "answers", "bodies"):
        box = placed(CHARTS[name])
        bars = [
            bar(box, box.plan, at, where, value)
            for at, series in enumerate(box.series)
            for where, value in enumerate(series.values)
        ]
        assert not [number.text for number in box.plan.numbers if any(overlap(number.box, one) for one in bars)]


def test_of_many_categories_some_are_named():
    plan = placed(CHARTS["months"]).plan
    assert 8 <= plan.every <= 16
    assert [name.lines[0] for name in plan.names] == list(MONTHS[:: plan.every])
    assert not placed(CHARTS["months"]).has_dots


def test_a_line_that_varies_little_has_a_ground_of_its_own_and_bars_begin_at_zero():
    assert placed(CHARTS["steady"]).plan.low > 10_000
    assert placed(chart("bar", (10980, 11020, 11100, 11090, 11150, 11230))).plan.low == 0


def test_a_long_unit_is_told_once_and_a_short_one_with_every_number():
    (page,) = pages_of({"un": CHARTS["steady"]})
    assert "En habitants" in [
        item.paragraphs[0].text for item in page.items if isinstance(item, TextShape) and item.paragraphs
    ]
    assert {number.text[-2:] for number in placed(CHARTS["answers"]).plan.numbers} == {"\u00a0%"}
    assert not any("habitants" in number.text for number in placed(CHARTS["steady"]).plan.numbers)


def test_all_numbers_of_a_chart_have_as_many_decimals():
    assert [number.text for number in placed(CHARTS["small"]).plan.numbers] == ["0,0120", "0,0345", "0,0200"]
    assert placed(chart("bar", (1 / 3, 2.5), names=("A", "B"))).decimals == 2


def test_a_value_that_is_not_known_leaves_a_gap():
    box = placed(CHARTS["holes"])
    assert [number.place for number in box.plan.numbers] == [0, 2, 3, 5]
    assert point(box, box.plan, 0, 12.0)[1] > point(box, box.plan, 2, 23.0)[1]


@pytest.mark.parametrize("kind", ["bar", "line", "pie"])
def test_a_chart_of_next_to_nothing_is_planned_too(kind):
    for values, categories in (((0.0,), ("A",)), ((None,), ("A",)), ((5.0, 5.0), ("A",)), ((5.0,), ("A", "B"))):
        assert placed(chart(kind, values, names=categories)).plan.plot.width > 0


def test_two_charts_beside_each_other_are_each_planned_for_their_room():
    groups = tuple(b.Group(heading=None, blocks=(CHARTS[name],)) for name in ("answers", "grouped"))
    (page,) = place(event_of([slide("deux", b.Columns(groups=groups))]), {None: theme()}).value
    answers, grouped = (item for item in page.items if isinstance(item, ChartBox))
    assert answers.plan.lying
    assert apart(words_of(answers)) and apart(words_of(grouped))


def test_numbers_are_written_in_the_language():
    assert written_number(12000.5, "fr", decimals=1) == "12\u202f000,5"
    assert written_number(12000, "en", "%") == "12,000\u00a0%"
    assert written_number(-0.04, "fr", decimals=1) == "0,0"


def test_a_name_is_broken_behind_spaces_and_hyphens():
    room = Room(placed(CHARTS["small"]), lambda text, bold: 10.0 * len(text))
    assert room.broken("Saint-Étienne en Forez", 90 * A_HAIR) == ("Saint-", "Étienne", "en Forez")
    assert room.broken("Anticonstitutionnellement", 90 * A_HAIR) is None
    assert room.cut("Anticonstitutionnellement", 90 * A_HAIR, 2) == ("Anticonst", "itutionn…")
