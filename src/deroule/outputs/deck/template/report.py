"""What a template offers, what is missing, and what is done instead, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from deroule.diagnostics import Words
from deroule.layout.page import Box
from deroule.outputs.deck.template.deriving import Derived
from deroule.outputs.deck.template.veils import is_veiled

CENTIMETRE = 360_000
NAMES: dict[str, Words] = {
    "title": Words("couverture", "cover"),
    "secHead": Words("intercalaire", "section"),
    "obj": Words("contenu", "content"),
    "twoObj": Words("deux colonnes", "two columns"),
    "picTx": Words("image", "picture"),
    "titleOnly": Words("titre seul", "title only"),
    "blank": Words("vide", "blank"),
    "closing": Words("clôture", "closing"),
}
_INSTEAD: dict[str, Words] = {
    "picTx": Words("les images sont posées sur la page de contenu", "pictures are set on the page for content"),
    "twoObj": Words("les colonnes sont dessinées sur la page de contenu", "columns are drawn on the page for content"),
    "titleOnly": Words("les schémas sont posés sur la page de contenu", "diagrams are set on the page for content"),
    "blank": Words("sans effet : chaque diapositive a un titre", "no effect: every slide has a title"),
}
_KINDS = {"title": "cover", "secHead": "divider", "obj": "content", "closing": "closing"}


@dataclass(frozen=True, slots=True)
class RoleFound:
    """A role with the layout that plays it; `layout` is empty when none does, `instead` says what is done then."""

    role: str
    name: str
    layout: str
    instead: str = ""


def found_roles(derived: Derived, language: str) -> tuple[RoleFound, ...]:
    """Say which layout plays each role."""
    return tuple(_role(derived, role, language) for role in NAMES)


def _role(derived: Derived, role: str, language: str) -> RoleFound:
    name = NAMES[role].in_language(language)
    layout = derived.roles.get(role)
    if layout is None:
        return RoleFound(role, name, "", _instead(derived, role, language))
    if role in ("titleOnly", "twoObj") and role not in derived.shared and layout.name != _content_name(derived):
        said = Words("non employée : autre fond ou autre zone que le contenu", "not used: other ground or other area")
        return RoleFound(role, name, layout.name, said.in_language(language))
    return RoleFound(role, name, layout.name)


def _content_name(derived: Derived) -> str:
    return derived.roles[derived.used["content"]].name


def _instead(derived: Derived, role: str, language: str) -> str:
    if role in _INSTEAD:
        return _INSTEAD[role].in_language(language)
    used = derived.used[_KINDS[role]]
    layout = derived.roles[used].name
    plain = used in ("title", "secHead", "closing")
    words = (
        Words("la mise en page « {layout} » en tient lieu", "the layout “{layout}” stands in")
        if plain or role == "obj"
        else Words(
            "mise en page « {layout} », le titre en grand au milieu de sa zone",
            "layout “{layout}”, the title large in the middle of its area",
        )
    )
    return words.in_language(language, layout=layout)


def report(derived: Derived, language: str) -> str:
    """Give the whole report as text."""
    return "\n".join((*_head(derived, language), *_roles(derived, language), *_rest(derived, language)))


def _head(derived: Derived, language: str) -> Iterator[str]:
    template = derived.template
    width, height = (_cm(length, language) for length in (template.width, template.height))
    layouts = sum(len(listed) for listed in template.layouts.values())
    words = Words(
        "{name} : {width} × {height} cm, {masters} masque(s), {layouts} mises en page, "
        "{samples} diapositive(s) d’exemple laissée(s) de côté",
        "{name}: {width} × {height} cm, {masters} master(s), {layouts} layouts, {samples} sample slide(s) left out",
    )
    yield words.in_language(
        language, name=template.name.rsplit("/", 1)[-1], width=width, height=height,
        masters=str(len(template.masters)), layouts=str(layouts), samples=str(template.samples),
    )  # fmt: skip
    yield ""


def _roles(derived: Derived, language: str) -> Iterator[str]:
    missing = Words("absente", "missing").in_language(language)
    for one in found_roles(derived, language):
        shown = f"« {one.layout} »" if language.startswith("fr") else f"“{one.layout}”"
        told = shown if one.layout else missing
        yield f"  {'✓' if one.layout else '–'} {one.name:<15} {told}" + (f" → {one.instead}" if one.instead else "")
    yield ""


def _rest(derived: Derived, language: str) -> Iterator[str]:
    stage = derived.theme.stages["content"]
    title = Words("zone de titre", "title area").in_language(language)
    room = Words("zone de contenu", "content area").in_language(language)
    if stage.title:
        yield f"  {title} : {_area(stage.title, derived.scale, language)}"
    yield f"  {room} : {_area(stage.room, derived.scale, language)}"
    if is_veiled(derived.theme):
        words = Words(
            "ce qui est dessiné derrière cacherait des mots : un aplat est posé sous le texte",
            "what is drawn behind would hide words: a plain area is laid under the text",
        )
        yield "  " + words.in_language(language)
    yield "  " + _foot(derived, language)
    yield from (f"  {line}" for line in _fonts(derived, language))
    yield from (f"  {line}" for line in _colours(derived, language))
    if derived.scale != 1:
        words = Words(
            "le texte suit la taille de la page : {factor} fois les corps d’une page de 19 cm de haut",
            "text follows the size of the page: {factor} times the sizes of a page 19 cm high",
        )
        yield "  " + words.in_language(language, factor=_number(derived.scale, language))


def _foot(derived: Derived, language: str) -> str:
    stage = derived.theme.stages["content"]
    has = [
        words.in_language(language)
        for words, place in (
            (Words("pied de page", "footer"), stage.footer),
            (Words("numéro", "number"), stage.number),
        )
        if place is not None
    ]
    if len(has) == 2:
        return Words("pied de page et numéro présents", "footer and number present").in_language(language)
    if has:
        only = Words("{what} seul : le reste n’est pas montré", "{what} alone: the rest is not shown")
        return only.in_language(language, what=has[0])
    none = Words("ni pied de page ni numéro : aucun n’est montré", "neither footer nor number: none is shown")
    return none.in_language(language)


def _fonts(derived: Derived, language: str) -> Iterator[str]:
    roles = {"heading": Words("des titres", "of titles"), "body": Words("du texte", "of text")}
    for role, one in derived.fonts.items():
        words = (
            Words("police {role} : {family}, mesurée par sa jumelle", "font {role}: {family}, measured by its twin")
            if one.exact
            else Words(
                "police {role} : {family}, mesurée par {by}, {share} % de chaque ligne gardés",
                "font {role}: {family}, measured by {by}, {share} % of each line kept free",
            )
        )
        share = str(round(one.margin * 100))
        yield words.in_language(
            language, role=roles[role].in_language(language), family=one.role.family, by=one.by, share=share
        )


def _colours(derived: Derived, language: str) -> Iterator[str]:
    colours = derived.slots.colours
    words = Words("texte #{ink} sur fond #{paper}", "text #{ink} on ground #{paper}")
    yield words.in_language(language, ink=colours["ink"], paper=colours["paper"])
    changed = Words(
        "{name} #{before} se lit mal ici : #{after} est employée (même couleur du thème, assombrie ou éclaircie)",
        "{name} #{before} is hard to read here: #{after} is used (same theme colour, darker or lighter)",
    )
    for name, (before, after) in derived.slots.changed.items():
        yield changed.in_language(language, name=name, before=before, after=after)


def _area(area: Box, scale: float, language: str) -> str:
    left, top, width, height = (_cm(length * scale, language) for length in (area.x, area.y, area.width, area.height))
    words = Words(
        "{width} × {height} cm, à {left} cm du bord gauche et {top} cm du haut",
        "{width} × {height} cm, {left} cm from the left and {top} cm from the top",
    )
    return words.in_language(language, width=width, height=height, left=left, top=top)


def _cm(length: float, language: str) -> str:
    return _number(length / CENTIMETRE, language, 1)


def _number(value: float, language: str, digits: int = 2) -> str:
    written = f"{value:.{digits}f}"
    return written.replace(".", ",") if language.startswith("fr") else written
