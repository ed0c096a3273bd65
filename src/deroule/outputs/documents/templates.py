"""Fills the documents' templates: the owner's where the workspace has one of the same name, else the house's."""

from __future__ import annotations

import re
from typing import Any

import jinja2
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from deroule.diagnostics import Outcome
from deroule.outputs.document.writing import TEMPLATES
from deroule.outputs.documents.codes import TEMPLATE_FAILED
from deroule.programs.jinja import bytecode
from deroule.span import Span
from deroule.workspace import Workspace

_RAISED = '1<sup style="line-height:0;font-size:65%">er</sup>'
_LIMIT = 2_000_000
"""Characters; a template that writes more has gone wrong."""


def fill(name: str, facts: dict[str, Any], workspace: Workspace) -> Outcome[str | None]:
    """Fill the template `name` (`programme.html.jinja`); values are escaped in every template that makes HTML."""
    own = f"{TEMPLATES}/{name}"

    def load(wanted: str) -> str | None:
        path = f"{TEMPLATES}/{wanted}"
        return workspace.read(path).decode("utf-8", "replace") if workspace.exists(path) else None

    environment = SandboxedEnvironment(
        loader=jinja2.ChoiceLoader(
            [jinja2.FunctionLoader(load), jinja2.PackageLoader("deroule.outputs.documents", "templates")]
        ),
        autoescape=lambda chosen: bool(chosen) and ".html" in str(chosen),
        undefined=jinja2.StrictUndefined, trim_blocks=False, keep_trailing_newline=True,
        bytecode_cache=bytecode("documents"),
    )  # fmt: skip
    environment.filters["raised"] = _raised
    try:
        made = environment.get_template(name).render(facts)
        if len(made) > _LIMIT:
            raise jinja2.TemplateError(f"more than {_LIMIT} characters")
    except (jinja2.TemplateError, TypeError, ValueError, KeyError, ArithmeticError) as fault:
        line = getattr(fault, "lineno", None) or 1
        return Outcome(None, (TEMPLATE_FAILED.at(Span(own, line), template=own, why=fault),))
    return Outcome(made)


def _raised(text: str) -> Markup:
    """Raise the letters of `1er`, as French writes the first of a month; escaped like any other value."""
    return Markup(re.sub(r"\b1er\b", _RAISED, str(escape(text))))
