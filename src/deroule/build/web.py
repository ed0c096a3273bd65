"""The check that takes the network: whether the addresses of the dossier still answer."""

from __future__ import annotations

from deroule.checks import dead_address
from deroule.diagnostics import Diagnostic
from deroule.model.dossier import Dossier
from deroule.programs.addresses import dead_addresses
from deroule.workspace import DiskWorkspace


def check_addresses(dossier: Dossier, workspace: DiskWorkspace) -> tuple[Diagnostic, ...]:
    """Ask for every address of the web that the dossier names; answers are kept below `build/` for a week."""
    addresses = [address for address, _ in dead_address.addresses_in(dossier)]
    cache = workspace.root / "build" / ".deroule" / "addresses.json"
    return tuple(dict.fromkeys(dead_address.check(dossier, dead_addresses(addresses, cache, workspace.today()))))
