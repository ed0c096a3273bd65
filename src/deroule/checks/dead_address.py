"""Addresses of the web that do not answer any more: looked at on demand only, since it takes the network."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from deroule.checks.page_markup import addresses_of
from deroule.checks.walk import placed_in, slides_of, texts_in
from deroule.diagnostics import Code, Diagnostic, Severity, Words
from deroule.model.dossier import Dossier
from deroule.span import Span

CODE = Code(
    "CHK123",
    "dead-address",
    Severity.WARNING,
    Words("« {address} » ne répond pas : {why}", "“{address}” does not answer: {why}"),
    Words(
        "`deroule check --links` a demandé cette adresse, avec patience et sans insister, et n'a pas eu la page : elle a "
        "disparu, le site est fermé, ou son certificat n'est plus bon. La réponse est gardée sept jours.",
        "`deroule check --links` asked for this address, patiently and without insisting, and did not get the page: it is "
        "gone, the site is closed, or its certificate is no longer good. The answer is kept for seven days.",
    ),
    Words(
        "ouvrez-la dans un navigateur, puis corrigez-la ou retirez-la", "open it in a browser, then mend or remove it"
    ),
)
_WEB = re.compile(r"^https?://", re.IGNORECASE)


def check(dossier: Dossier, faults: Mapping[str, Words]) -> Iterator[Diagnostic]:
    """Tell each place where an address stands that `faults` (address to reason) found dead."""
    for address, span in addresses_in(dossier):
        if address in faults:
            yield CODE.at(span, address=address, why=faults[address])


def addresses_in(dossier: Dossier) -> Iterator[tuple[str, Span | None]]:
    """Give every address of the web that the dossier sends people to, with its place; the same one several times."""
    written = [dossier.organisation, *(event.written.resources for event in dossier.events)]
    written += [slide.blocks for _, slide in slides_of(dossier)]
    for value in written:
        for placed in placed_in(value):
            address = getattr(placed, "address", None)
            if address and _WEB.match(str(address)):
                yield str(address), placed.span_of("address")
        for text, span in texts_in(value):
            yield from ((run.link, span) for run in text.runs if run.link and _WEB.match(run.link))
    for page in dossier.pages:
        yield from ((one.text, one.span) for one in addresses_of(page) if _WEB.match(one.text))
