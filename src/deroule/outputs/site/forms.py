"""Fills the page forms: the workspace's where `templates/site/` has one of the same name, else the house's."""

from __future__ import annotations

import re
from typing import Any

import jinja2
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from deroule.diagnostics import Diagnostic
from deroule.outputs.site.codes import FORM_FAILED
from deroule.outputs.site.markdown import literal
from deroule.outputs.site.words import Wording
from deroule.programs.jinja import bytecode
from deroule.span import Span
from deroule.workspace import Workspace

OWN = "templates/site"
"""Where the workspace may keep page forms of its own, one by one."""
_EMPTY_LINES = re.compile(r"\n\s*\n")
_METHODS = frozenset(dir(dict))
"""What a card's facts must not hide."""
_ESCAPED = re.compile("[<>&\"']")
_FAULTS = (jinja2.TemplateError, TypeError, ValueError, KeyError, ArithmeticError, RecursionError)


class Forms:
    """The page forms. Values are escaped; faults of the workspace's forms are kept in `found`, and ours used instead.

    The workspace's are filled in a sandbox. Where it has none, ours are spared that: half of the time of filling.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.found: list[Diagnostic] = []
        self._workspace = workspace
        house = jinja2.PackageLoader("deroule.outputs.site", "templates")
        self._house = _environment(_House, house, "site-house")
        self._own: jinja2.Environment | None = None
        if any(path.endswith(".md.jinja") for path in workspace.files(OWN)):
            loader = jinja2.ChoiceLoader([jinja2.FunctionLoader(self._read), house])
            self._own = _environment(SandboxedEnvironment, loader, "site-own")

    def fill(self, name: str, language: str, **facts: Any) -> str:
        """Fill the form `<name>.md.jinja`; words are told in `language`."""
        wording, form = Wording(language), f"{name}.md.jinja"
        values = {"word": wording.word, "language": wording.code, "form": form, **facts}
        try:
            if self._own is not None:
                return self._own.get_template(form).render(values)
        except _FAULTS as fault:
            self._tell(form, fault)
        return self._house.get_template(form).render(values)

    def _read(self, wanted: str) -> str | None:
        path = f"{OWN}/{wanted}"
        return self._workspace.read(path).decode("utf-8", "replace") if self._workspace.exists(path) else None

    def _tell(self, form: str, fault: Exception) -> None:
        """Tell a fault once, at the line of the form that it comes from."""
        path, line = f"{OWN}/{getattr(fault, 'name', None) or form}", getattr(fault, "lineno", None)
        trace = fault.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == "<template>":  # Jinja2 maps its frames to the form's lines
                line = line or trace.tb_lineno
            trace = trace.tb_next
        told = FORM_FAILED.at(Span(path, line or 1), form=path, why=fault)
        if told not in self.found:
            self.found.append(told)


class _Form(jinja2.Template):
    """A form of ours: what holds no sign to escape goes into the page as it is, which most values do."""

    @classmethod
    def from_code(cls, *code: Any, **named: Any) -> jinja2.Template:
        """Give a compiled form that escapes by `_escaped`."""
        form = super().from_code(*code, **named)
        form.root_render_func.__globals__["escape"] = _escaped
        return form


def _escaped(value: Any) -> str:
    if type(value) is Markup or (type(value) is str and _ESCAPED.search(value) is None):
        return value
    return escape(value)


class _House(jinja2.Environment):
    """Our own forms, which do not change while we run: each is found once, and a card's facts before its methods."""

    template_class = _Form

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._at_hand: dict[str, jinja2.Template] = {}

    def get_template(self, name: Any, *more: Any, **named: Any) -> jinja2.Template:
        """Give a form; includes ask for theirs some times a page."""
        if name not in self._at_hand:
            self._at_hand[name] = super().get_template(name, *more, **named)
        return self._at_hand[name]

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give what `obj.attribute` is in a form: as Jinja does, without a fault raised for each fact of a card."""
        if type(obj) is dict and attribute in obj and attribute not in _METHODS:
            return obj[attribute]
        return super().getattr(obj, attribute)


def _environment(kind: type[jinja2.Environment], loader: jinja2.BaseLoader, room: str) -> jinja2.Environment:
    environment = kind(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True, comment_start_string="{##", comment_end_string="##}",  # `{#id}` is Markdown's
        bytecode_cache=bytecode(room), auto_reload=False,
    )  # fmt: skip
    environment.filters["md"] = lambda text: Markup(literal(text))
    environment.filters["tight"] = lambda text: Markup(_EMPTY_LINES.sub("\n", str(text)))
    return environment
