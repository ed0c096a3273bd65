"""The promises of layout: nothing overflows or leaves the page, siblings are equal, versions show what they should."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.layout.events import FRENCH, event_of, every_block, prose, rich, slide, stress, theme
from tests.layout.soundness import faults_of, flat

from deroule.layout import place
from deroule.layout.blocks import TABLE
from deroule.layout.footers import own_width
from deroule.layout.frames import TABLE as FRAMES
from deroule.layout.lettering import set_text
from deroule.layout.measure import run_width
from deroule.layout.page import EMU_PER_POINT, Colour, GroupBox, TableBox, TextRun, TextShape
from deroule.layout.shapes import WITHIN_DISC
from deroule.model import blocks as b
from deroule.model.blocks import BLOCKS
from deroule.model.event import SlideForm
from deroule.model.richtext import Prose
from deroule.model.theme import TypeSize
from deroule.source import load
from deroule.source.themes import load_themes
from deroule.workspace import MemoryWorkspace


def place_one(*shown, name="default", **fields):
    return place(event_of([slide("une-diapositive", *shown, **fields)], name), {None: theme(name)})


def test_every_block_has_a_placer_and_every_made_form_a_frame():
    assert set(TABLE) == set(BLOCKS)
    assert set(FRAMES) == set(SlideForm) - {SlideForm.CONTENT}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["default", "gazette"])
def test_the_stress_deck_is_placed_whole_and_soundly(name):
    look = theme(name)
    outcome = place(stress(name), {None: look})
    assert [finding.message("en") for finding in outcome.diagnostics] == []
    assert [fault for page in outcome.value for fault in faults_of(page, look)] == []


@pytest.mark.parametrize("name", ["default", "gazette"])
def test_the_flagship_is_sound_in_every_look(flagship, dossier, name):
    from deroule.source.themes import load_themes
    from deroule.workspace import MemoryWorkspace

    event = replace(flagship, theme=name)
    looks = load_themes(MemoryWorkspace({}), dossier.organisation, event).value
    outcome = place(event, looks)
    assert [finding.message("en") for finding in outcome.diagnostics] == []
    assert [fault for page in outcome.value for fault in faults_of(page, looks[page.brand])] == []


WORDS = st.text(alphabet="abéœ -/'’.,;:!?\u00a0\u202f–—xyz0123 你🎉", min_size=1, max_size=400)


@settings(max_examples=40, deadline=None)
@given(text=WORDS, count=st.integers(2, 6), kind=st.sampled_from(sorted(BLOCKS)))
def test_whatever_is_written_stays_in_its_box(text, count, kind):
    look = theme()
    outcome = place(event_of([slide("une", every_block(text.strip() or "a", count)[kind])]), {None: look})
    assert outcome.value
    if not outcome.diagnostics:
        assert [fault for page in outcome.value for fault in faults_of(page, look)] == []


def test_too_much_text_is_continued_with_numbered_titles_and_ids():
    pages = place_one(b.Text(text=Prose((rich(FRENCH * 3),) * 6))).value
    assert len(pages) > 1
    assert [page.id for page in pages][:2] == ["une-diapositive", "une-diapositive-2"]
    assert {page.slide_id for page in pages} == {"une-diapositive"}
    assert pages[1].title.endswith(f"(2/{len(pages)})")
    assert len({page.title for page in pages}) == len(pages)


def shown_entries(page):
    return [p.text for item in texts_of(page) if getattr(item, "placeholder", None) == "body" for p in item.paragraphs]


@pytest.mark.parametrize("count", [11, 13, 15])
def test_a_list_is_shared_out_evenly_among_its_slides(count):
    items = tuple(b.Item(text=rich(f"{at}. {FRENCH}")) for at in range(count))
    pages = place_one(b.Bullets(items=items), b.Callout(text=rich("Voilà."))).value
    shares = [len(shown_entries(page)) for page in pages]
    assert len(pages) > 1 and sum(shares) == count
    assert max(shares) - min(shares) <= 1
    assert [text.split(".")[0] for page in pages for text in shown_entries(page)] == [str(at) for at in range(count)]


def test_numbers_go_on_when_a_numbered_list_is_shared_out():
    items = tuple(b.Item(text=rich(FRENCH)) for _ in range(13))
    marks = [p.bullet for page in place_one(b.Numbered(items=items)).value for item in texts_of(page)
             if getattr(item, "placeholder", None) == "body" for p in item.paragraphs]  # fmt: skip
    assert marks == [f"{at}." for at in range(1, 14)]


def test_steps_keep_their_numbers_and_their_form_on_the_next_slide():
    steps = tuple(b.Part(title=rich(f"Étape {at}"), text=prose(FRENCH * 2)) for at in range(1, 8))
    pages = place_one(b.Steps(items=steps)).value
    shown = [item.paragraphs[0].text for page in pages for item in texts_of(page) if item.paragraphs]
    assert [text for text in shown if text.isdigit() or text.startswith("Étape")] == [
        text for at in range(1, 8) for text in (str(at), f"Étape {at}")
    ]


def test_a_plan_goes_on_counting_on_the_next_slide():
    entries = tuple(b.PlanEntry(title=rich(f"Partie {at} : {FRENCH}")) for at in range(1, 40))
    pages = place_one(b.Plan(entries=entries)).value
    shown = [item.paragraphs[0].text for page in pages for item in texts_of(page) if item.paragraphs]
    assert len(pages) > 1
    assert [text for text in shown if text.isdigit()] == [str(at) for at in range(1, 40)]


def test_a_table_whose_cells_span_rows_is_not_shared_out_across_them():
    rows = tuple(
        ((b.Cell(text=prose("Deux lignes"), rows=2),) if at % 2 == 0 else ()) + (b.Cell(text=prose(FRENCH)),)
        for at in range(30)
    )
    pages = place_one(b.Table(columns=(b.Column(title=rich("Un")), b.Column(title=rich("Deux"))), rows=rows)).value
    assert len(pages) > 1
    assert [fault for page in pages for fault in faults_of(page, theme())] == []


def test_nothing_is_lost_when_a_slide_is_continued():
    words = [f"mot{at}" for at in range(900)]
    pages = place_one(b.Text(text=prose(" ".join(words)))).value
    shown = " ".join(
        paragraph.text for page in pages for item in flat(page.items)
        if isinstance(item, TextShape) and item.placeholder == "body" for paragraph in item.paragraphs
    )  # fmt: skip
    assert shown.replace("\u00a0", " ").split() == words


@pytest.mark.parametrize("sentences", range(6, 30))
def test_the_end_of_a_text_is_never_a_line_or_two_on_a_slide_of_its_own(sentences):
    shown = b.Compare(
        sides=tuple(
            b.Group(heading=rich(title), blocks=(b.Bullets(items=(b.Item(text=rich(FRENCH * sentences)),)),))
            for title in "AB"
        )
    )
    pages = place_one(shown).value
    ends = [sum(len(words.text) for item in texts_of(page) for words in item.paragraphs) for page in pages[-2:]]
    assert ends[-1] > 0.5 * ends[0]


@pytest.mark.parametrize("name", ["default", "gazette"])
@pytest.mark.parametrize("centre", ["Matières & Couleurs", "Territoires & Ressources", "Eaux & Forêts"])
def test_the_centre_of_a_hub_leaves_no_sign_alone_on_a_line(centre, name):
    poles = tuple(b.Part(title=rich(f"Pôle {at}"), text=prose("Un mot")) for at in range(5))
    (page,) = place_one(b.Hub(centre=rich(centre), poles=poles), name=name).value
    (said,) = [
        item.paragraphs[0] for item in texts_of(page) if item.paragraphs and centre[:4] in item.paragraphs[0].text
    ]
    ends = (0, *said.breaks, len(said.text))
    assert "&" not in [said.text[start:end].strip() for start, end in pairwise(ends)]


def test_the_disc_of_a_hub_grows_where_its_name_would_leave_a_sign_alone(flagship, dossier):
    event = replace(flagship, theme="gazette")
    looks = load_themes(MemoryWorkspace({}), dossier.organisation, event).value
    (page,) = [page for page in place(event, looks).value if page.id == "croisement-fertile"]
    (said,) = [item.paragraphs[0] for item in texts_of(page) if item.name == "Matières & Couleurs"]
    lines = [said.text[start:end].strip() for start, end in pairwise((0, *said.breaks, len(said.text)))]
    assert len(lines) == 2


def test_figures_of_a_case_that_stand_alone_on_a_slide_take_its_whole_width():
    figures = tuple(b.Figure(value="12 000 t", label=rich("de matières")) for _ in range(2))
    shown = b.Case(who=rich("Une coopérative"), what=Prose(), figures=figures)
    (page,) = place_one(shown).value
    first = min(item.box.x for item in texts_of(page) if any("12 000" in words.text for words in item.paragraphs))
    assert first < theme().width / 4


def test_the_conclusion_stays_on_the_last_part():
    items = tuple(b.Item(text=rich(FRENCH)) for _ in range(14))
    pages = place_one(b.Bullets(items=items), b.Callout(text=rich("Voilà."))).value
    holding = [any(getattr(item, "name", "") == "Conclusion" for item in page.items) for page in pages]
    assert holding == [False] * (len(pages) - 1) + [True]


def test_a_table_repeats_its_header():
    rows = tuple((b.Cell(text=prose(f"Ligne {at}")), b.Cell(text=prose("12"))) for at in range(60))
    table = b.Table(columns=(b.Column(title=rich("Nom")), b.Column(title=rich("Nombre"))), rows=rows)
    pages = place_one(table).value
    assert len(pages) > 1
    heads = [item.cells[0].paragraphs[0].text for page in pages for item in page.items if hasattr(item, "cells")]
    assert heads == ["Nom"] * len(pages)


def test_a_slide_that_must_not_be_split_is_refused():
    outcome = place_one(b.Text(text=prose(FRENCH * 20)), split="never")
    assert [finding.code.name for finding in outcome.diagnostics] == ["slide-overflow"]


LONG = " ".join(["Les collectivités accompagnent des dynamiques collectives ;"] * 60)


@pytest.mark.parametrize(
    ("written", "line"),
    [
        (f"bullets:\n      - Court\n      - {LONG}\n      - Court aussi", 8),
        (f"bullets:\n      - Court\n      - text: Plus\n        items:\n          - Un\n          - {LONG}", 11),
        (f"text: Court\n    callout: {LONG}", 7),
        (f"pillars:\n      - {{title: Un, text: Court}}\n      - title: Deux\n        text: {LONG}", 8),
        (f"table:\n      rows:\n        - [a, b]\n        - [c, {LONG}]", 9),
        (f"poll:\n      question: {LONG}\n      options: [Oui, Non]", 7),
    ],
)
def test_what_may_not_be_split_is_told_at_the_line_of_its_longest_text(written, line):
    sequence = (
        f"title: Une\nkind: concept\nslides:\n  - title: Un titre\n    split: never\n    {written}\n    notes: Dit.\n"
    )
    files = {
        "sequences/organisation.yml": "language: fr\norganisations:\n  nous: {name: Nous}\n",
        "sequences/2027-01-14-essai/event.yml": "title: Essai\ndate: 2027-01-14\norganiser: nous\nsequences: [une]\n",
        "sequences/2027-01-14-essai/une.yml": sequence,
    }
    event = load(MemoryWorkspace(files)).value.events[0]
    (told,) = [one for one in place(event, {None: theme()}).diagnostics if one.code.name == "slide-overflow"]
    assert (told.span.path, told.span.line) == ("sequences/2027-01-14-essai/une.yml", line)


SMALL_ROLES = ("label", "table", "code", "footer")
"""What may be under eighteen points: captions and addresses, tables, code, the foot; none under twelve."""


def small_roles_marked(look):
    """The theme with the sizes of the small roles told apart from all others by a tenth of a point."""
    marked = {
        role: TypeSize(tuple(size + 0.1 for size in sizes.steps), tuple(size + 0.1 for size in sizes.larger))
        for role, sizes in look.sizes.items() if role in SMALL_ROLES
    }  # fmt: skip
    return replace(look, sizes=look.sizes | marked)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["default", "gazette"])
def test_what_is_said_is_never_under_eighteen_points_nor_anything_under_twelve(name):
    look = small_roles_marked(theme(name))
    small = [
        (page.id, item.name, run.size, run.text[:20])
        for page in place(stress(name), {None: look}).value for item in texts_of(page)
        for paragraph in item.paragraphs for run in paragraph.runs
        if run.size < 18 and (round(run.size % 1, 3) != 0.1 or run.size < 12)
    ]  # fmt: skip
    assert [told for told in small if not is_a_mark(told)] == []


def texts_of(page):
    for item in flat(page.items):
        if isinstance(item, TextShape):
            yield item
        if isinstance(item, TableBox):
            yield from item.cells


def is_a_mark(told):
    """A letter in its disc, and the word between two sides, are signs rather than text."""
    return len(told[3]) <= 2 or told[1] == "Lien"


def test_the_floors_of_packaged_themes_are_readable():
    for name in ("default", "gazette"):
        for role, sizes in theme(name).sizes.items():
            assert sizes.floor >= (12 if role in SMALL_ROLES else 18), (name, role)
            assert list(sizes.steps) == sorted(sizes.steps, reverse=True)


@pytest.mark.slow
def test_entries_of_one_kind_share_their_size_on_a_slide():
    """Siblings are named alike but for their number: "Partie 0", "Partie 1"."""
    text = FRENCH
    shown = [b.Part(title=rich(f"Partie {at}"), text=prose(text * (1 + 2 * at))) for at in range(3)]
    for block in (
        b.Pillars(items=tuple(shown)),
        b.Steps(items=tuple(shown)),
        b.Hub(centre=rich("Au centre"), poles=tuple(shown)),
    ):
        for page in place_one(block).value:
            bodies = {
                run.size
                for item in texts_of(page)
                if getattr(item, "name", "").endswith(" –")
                for p in item.paragraphs
                for run in p.runs
            }
            heads = {
                run.size
                for item in texts_of(page)
                if getattr(item, "name", "") in {"Partie 0", "Partie 1", "Partie 2"}
                for run in item.paragraphs[0].runs
            }
            assert len(bodies) <= 1 and len(heads) <= 1, (block.kind, bodies, heads)


def test_cards_of_a_row_are_equal_and_their_texts_start_together():
    items = (
        b.Part(title=rich("Court"), text=prose("Peu.")),
        b.Part(title=rich("Un titre qui prend deux lignes au moins"), text=prose(FRENCH)),
        b.Part(title=rich("Moyen"), text=prose("Un peu plus de texte.")),
    )
    page = place_one(b.Pillars(items=items)).value[0]
    group = next(item for item in page.items if isinstance(item, GroupBox))
    grounds = [item.box for item in group.items if item.name.endswith("(fond)")]
    bodies = [item for item in group.items if item.name.endswith(" –")]
    assert len({(box.y, box.width, box.height) for box in grounds}) == 1
    assert len({item.box.y for item in bodies}) == 1
    assert len({run.size for item in bodies for paragraph in item.paragraphs for run in paragraph.runs}) == 1


def test_cards_stand_in_fewer_columns_rather_than_break_a_word():
    words = "Désinstitutionnalisation anticonstitutionnellement"
    parts = tuple(b.Part(title=rich(f"{words} {at}"), text=prose("Un mot.")) for at in range(3))
    pages = place_one(
        b.Columns(groups=(b.Group(blocks=(b.Pillars(items=parts),)), b.Group(blocks=(b.Text(text=prose("Un mot.")),))))
    ).value
    ends = {p.text[at - 1] for page in pages for item in texts_of(page) for p in item.paragraphs for at in p.breaks}
    assert ends <= {" ", "-"}


def test_a_diagram_tells_itself():
    for kind in ("pillars", "steps", "timeline", "hub", "flows"):
        page = place_one(every_block("Un mot")[kind]).value[0]
        group = next(item for item in page.items if isinstance(item, GroupBox))
        assert "Partie 0" in group.alt or "1990" in group.alt


def test_a_variant_shows_what_is_meant_for_it():
    from deroule.model.written import Variant, WrittenEvent

    both = (slide("toujours", b.Text(text=prose("a"))), slide("longue", b.Text(text=prose("b")), only=("long",)))
    event = event_of(both)
    variants = {"courte": Variant(title=rich("Courte")), "longue": Variant(title=rich("Longue"), shows=("long",))}
    event = replace(event, written=WrittenEvent(title=rich("e"), sequences=("une",), variants=variants))
    looks = {None: theme()}
    assert [page.id for page in place(event, looks, variant="courte").value] == ["toujours"]
    assert [page.id for page in place(event, looks, variant="longue").value] == ["toujours", "longue"]
    assert [page.number for page in place(event, looks, sequence="une").value] == [1, 2]


def test_a_film_of_seconds_is_told_in_seconds():
    import datetime as dt

    for seconds, told in ((12, "12 s"), (75, "75 s"), (180, "3 min")):
        film = b.Video(address="https://exemple.fr", title=rich("Un film"), duration=dt.timedelta(seconds=seconds))
        words = next(item for item in place_one(film).value[0].items if item.name == "Film")
        assert words.paragraphs[1].text == told


def test_a_version_that_leaves_slides_out_has_a_programme_of_its_own_length():
    import datetime as dt

    from deroule.model.selection import select

    minute = dt.timedelta(minutes=1)
    both = (
        slide("a", b.Text(text=prose("a")), speakers=("une",), duration=minute),
        slide("b", b.Text(text=prose("b")), speakers=("autre",), duration=3 * minute),
    )
    event = event_of(both)
    assert select(event).sequences[0].duration == 20 * minute
    assert select(event, speaker="une").sequences[0].duration == minute


def test_a_question_in_one_piece_that_is_too_long_is_refused_at_its_place():
    asked = b.Poll(question=rich(FRENCH * 12), options=(b.Option(text=rich("Oui")), b.Option(text=rich("Non"))))
    outcome = place_one(asked)
    assert [finding.code.name for finding in outcome.diagnostics] == ["slide-overflow"]
    assert len(outcome.value) == 1


def sides(count, text=FRENCH[:90]):
    entries = b.Bullets(items=tuple(b.Item(text=rich(text)) for _ in range(count)))
    return b.Group(heading=rich("Titre"), blocks=(entries,))


def entries_of(page):
    return [p for item in texts_of(page) if item.name == "Liste" for p in item.paragraphs]


@pytest.mark.parametrize("count", [5, 9])
@pytest.mark.parametrize(
    "form", [lambda *own: b.Compare(sides=own), lambda *own: b.Columns(groups=(*own, sides(3, FRENCH[:90])))]
)
def test_lists_side_by_side_are_shared_out_evenly_too(form, count):
    pages = place_one(form(sides(count), sides(count))).value
    shares = [len(entries_of(page)) for page in pages]
    assert len(pages) > 1
    assert max(shares) - min(shares) <= 3


def test_no_side_is_empty_on_the_next_slide_when_its_list_is_long_enough():
    for page in place_one(b.Compare(sides=(sides(7), sides(2)))).value:
        assert len([item for item in texts_of(page) if item.name == "Liste" and item.paragraphs]) == 2


def test_rows_that_cells_span_are_shared_out_evenly_together():
    rows = tuple(
        ((b.Cell(text=prose("Trois lignes"), rows=3),) if at % 3 == 0 else ()) + (b.Cell(text=prose("Un mot")),)
        for at in range(24)
    )
    pages = place_one(b.Table(columns=(b.Column(title=rich("Un")), b.Column(title=rich("Deux"))), rows=rows)).value
    tables = [item for page in pages for item in flat(page.items) if isinstance(item, TableBox)]
    assert [len(table.heights) for table in tables] == [13, 13]


def test_what_is_continued_keeps_the_size_of_the_first_part():
    items = tuple(b.Item(text=rich(FRENCH[:88])) for _ in range(13))
    pages = place_one(b.Bullets(items=items)).value
    assert len(pages) > 1
    assert len({run.size for page in pages for p in entries_of(page) for run in p.runs}) == 1


def test_a_term_left_over_for_a_next_slide_keeps_the_form_of_those_before():
    terms = tuple(b.Term(term=rich("Un terme"), meaning=prose(FRENCH * 2)) for _ in range(3))
    pages = place_one(b.Definition(items=terms)).value
    assert len(pages) > 1
    begins = {item.box.x for page in pages for item in texts_of(page) if item.name.endswith(": sens")}
    assert len(begins) == 1


@pytest.mark.parametrize("name", ["default", "gazette"])
@pytest.mark.parametrize("count", [3, 6])
def test_a_figure_of_a_case_is_never_cut_when_it_has_a_slide_to_itself(count, name):
    results = tuple(b.Item(text=rich(FRENCH[:90])) for _ in range(count))
    figures = tuple(b.Figure(value="12 000", label=rich(FRENCH[:90]), detail=rich(FRENCH[:90])) for _ in range(2))
    shown = b.Case(who=rich("Une coopérative"), what=prose(FRENCH[:90]), results=results, figures=figures)
    numbers = [
        [item.name for item in texts_of(page) if any(p.text == "12 000" for p in item.paragraphs)]
        for page in place_one(shown, name=name).value
    ]
    assert sorted(map(len, numbers))[-1] == 2 and sum(map(len, numbers)) == 2


def test_the_end_of_a_list_stands_over_the_conclusion_rather_than_leave_it_alone():
    points = tuple(b.Point(when=str(1990 + at), title=rich("Un fait"), text=rich(FRENCH[:150])) for at in range(5))
    pages = place_one(b.Timeline(points=points), b.Callout(text=rich("Voilà. " * 20))).value
    dates = [sum(item.name.isdigit() for item in texts_of(page)) for page in pages]
    assert len(pages) > 1 and min(dates) >= 2


def test_a_conclusion_that_must_stand_alone_is_set_as_large_as_one():
    left = tuple(b.Part(title=rich(f"Partie {at}"), text=prose(FRENCH * 3)) for at in range(4))
    pages = place_one(b.Pillars(items=left), b.Callout(text=rich("Voilà ce qu’il faut retenir."))).value
    (alone,) = place_one(b.Callout(text=rich("Voilà ce qu’il faut retenir."))).value
    sizes = [
        {run.size for item in texts_of(page) if item.name == "Conclusion" for p in item.paragraphs for run in p.runs}
        for page in (pages[-1], alone)
    ]
    assert len(pages) > 1 and sizes[0] == sizes[1]


def test_cards_go_on_on_a_next_slide_rather_than_break_their_words():
    entries = tuple(b.Item(text=rich("Une méthode d’intercommunalisation départementale")) for _ in range(4))
    items = tuple(b.Part(title=rich("Coconstruction"), items=entries) for _ in range(4))
    look = replace(theme(), width=round(theme().width * 0.6))
    event = event_of([slide("une-diapositive", b.Pillars(items=items))])
    pages = place(event, {None: look}).value
    shown = [p for page in pages for item in texts_of(page) if "Coconstruction" in item.name for p in item.paragraphs]
    assert all(p.text[:end].endswith((" ", "-")) for p in shown for end in p.breaks)


@pytest.mark.parametrize("name", ["default", "gazette"])
def test_a_long_title_of_an_event_leaves_the_number_its_place_in_the_foot(name):
    event = event_of([slide("une-diapositive", b.Text(text=prose("Un mot.")))], name)
    long = rich("Entreprendre ensemble et autrement dans nos territoires " * 4)
    (page, *_) = place(replace(event, title=long), {None: theme(name)}).value
    run = TextRun(page.footer, theme(name).sizes["footer"].normal, Colour("muted"))
    assert page.footer.startswith("Entreprendre ensemble") and page.footer.endswith("…")
    assert run_width(theme(name), run, page.footer) * EMU_PER_POINT < own_width(theme(name))


@pytest.mark.parametrize("share", [None, 0.02])
def test_columns_are_wide_enough_for_their_words_where_the_table_has_the_room(share):
    titles = [
        "Commune",
        "Habitants",
        "Surface",
        "Entreprises",
        "Associations",
        "Établissements",
        "Subventions",
        "Équipements",
    ]
    columns = (b.Column(title=rich(titles[0])), b.Column(title=rich(titles[1]), width=share))
    columns += tuple(b.Column(title=rich(one)) for one in titles[2:])
    told = ("Saint-Germain-la-Montagne", "1 200", "12 km²", "45", "12", "3 écoles", "12 000 €", "médiathèque")
    rows = (tuple(b.Cell(text=prose(one)) for one in told),) * 3
    (page,) = place_one(b.Table(columns=columns, rows=rows)).value
    (table,) = [item for item in flat(page.items) if isinstance(item, TableBox)]
    ends = [(p.text, end) for cell in table.cells for p in cell.paragraphs for end in p.breaks]
    assert not [(text, end) for text, end in ends if not text[:end].endswith((" ", "-"))]
    assert sum(table.widths) == table.box.width


def test_an_address_in_a_table_leaves_the_other_columns_room_for_their_words():
    address = "https://exemple.fr/collectivites/ressources/2018-03-01/entrepreneuriat?page=12&tri=date#resultats"
    rows = tuple((b.Cell(text=prose(address)), b.Cell(text=prose("12"))) for _ in range(3))
    (page,) = place_one(b.Table(columns=(b.Column(title=rich("Un")), b.Column(title=rich("Deux"))), rows=rows)).value
    (table,) = [item for item in flat(page.items) if isinstance(item, TableBox)]
    (heading,) = [p for cell in table.cells for p in cell.paragraphs if p.text == "Deux"]
    assert heading.breaks == ()
    assert heading.runs[0].size > theme().sizes["table"].floor


def forms_of(pages):
    """What each page's timeline or steps look like: in how many columns their texts begin."""
    return [len({item.box.x for item in texts_of(page) if item.name.endswith(" –")}) > 1 for page in pages]


@pytest.mark.parametrize("name", ["default", "gazette"])
@pytest.mark.parametrize("count", [7, 8, 9, 11, 13, 15])
def test_a_timeline_and_steps_keep_one_form_over_all_their_slides(count, name):
    said = FRENCH[:89]
    dates = tuple(b.Point(when=str(1990 + at), title=rich("Un fait"), text=rich(said)) for at in range(count))
    steps = tuple(b.Part(title=rich(f"Partie {at}"), text=prose(said)) for at in range(count))
    for block in (b.Timeline(points=dates), b.Steps(items=steps)):
        assert len(set(forms_of(place_one(block, name=name).value))) == 1


@pytest.mark.parametrize("name", ["default", "gazette"])
def test_a_number_of_two_figures_stands_on_one_line_in_its_disc(name):
    steps = tuple(b.Part(title=rich(f"Partie {at}")) for at in range(12))
    for page in place_one(b.Steps(items=steps), name=name).value:
        for item in texts_of(page):
            if item.geometry == "ellipse" and item.paragraphs:
                (mark,) = item.paragraphs
                room = round(item.box.width * WITHIN_DISC)
                assert set_text(theme(name), [mark], room).lines == 1


def test_a_figure_that_goes_on_leaves_no_empty_shape_for_its_label():
    figure = b.Figure(value="12 000", label=rich("communes"), detail=rich(FRENCH * 12))
    pages = place_one(b.Figures(items=(figure,))).value
    assert len(pages) > 1
    assert not [
        item.name
        for page in pages
        for item in texts_of(page)
        if item.paragraphs and not any(p.text for p in item.paragraphs)
    ]


@pytest.mark.parametrize("name", ["default", "gazette"])
@pytest.mark.parametrize("sentences", range(8, 16))
def test_no_detail_or_entry_below_begins_with_a_line_alone_at_the_foot_of_a_slide(sentences, name):
    told, begun = rich(FRENCH * sentences), rich("Ensuite, d’autres mots. " * 30)
    figure = b.Figure(value="12 000", label=told, detail=begun)
    listed = b.Item(text=told, items=(b.Item(text=begun),))
    for block in (b.Figures(items=(figure,)), b.Bullets(items=(listed,))):
        starts = [
            p
            for page in place_one(block, name=name).value
            for item in texts_of(page)
            for p in item.paragraphs
            if p.text.startswith("Ensuite")
        ]
        assert len(starts[0].breaks) > 0


@pytest.mark.parametrize("name", ["default", "gazette"])
@pytest.mark.parametrize("above", range(7, 16))
def test_a_block_under_another_does_not_begin_with_a_line_alone_at_the_foot_of_a_slide(above, name):
    points = b.Bullets(items=tuple(b.Item(text=rich("Un point du programme")) for _ in range(above)))
    told = "Ensuite, " + FRENCH * 2
    for under in (b.Definition(items=(b.Term(term=rich("PTCE"), meaning=prose(told)),)), b.Text(text=prose(told))):
        (begun, *_) = [
            p
            for page in place_one(points, under, name=name).value
            for item in texts_of(page)
            for p in item.paragraphs
            if p.text.startswith("Ensuite")
        ]
        assert begun.text == told.strip() or len(begun.text) > 120
