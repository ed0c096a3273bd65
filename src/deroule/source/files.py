"""Reading one YAML file of the workspace into its model; faults come back as diagnostics."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from deroule.diagnostics import Diagnostic
from deroule.model.placed import Placed
from deroule.source.codes import MISSING_FILE, OUTSIDE, UNREADABLE
from deroule.source.decode import decode
from deroule.source.nodes import Mapping, read_nodes
from deroule.span import Span
from deroule.workspace import OutsideWorkspaceError, Workspace

M = TypeVar("M", bound=Placed)


@dataclass(slots=True)
class FileReader:
    """Reads the files of a workspace and gathers what is wrong with them, each file once."""

    workspace: Workspace
    found: list[Diagnostic] = field(default_factory=list)
    _nodes: dict[str, Mapping | None] = field(default_factory=dict)
    _models: dict[tuple[str, str], Placed | None] = field(default_factory=dict)

    def node(self, path: str, span: Span | None = None) -> Mapping | None:
        """Read a file's nodes. `span` is where the file is named, for the case that it is not there."""
        if path not in self._nodes:
            self._nodes[path] = self._read(path, span)
        return self._nodes[path]

    def model(self, path: str, model: type[M], language: str, span: Span | None = None) -> M | None:
        """Read and decode a file; its own `language` wins over the one given."""
        key = (path, model.__name__)
        if key not in self._models:
            node = self.node(path, span)
            if node is None:
                self._models[key] = None
            else:
                value, found = decode(node, model, str(node.get("language") or language))
                self.found += found
                self._models[key] = value
        cached = self._models[key]
        assert cached is None or isinstance(cached, model)
        return cached

    def _read(self, path: str, span: Span | None) -> Mapping | None:
        try:
            content = self.workspace.read(path)
        except OutsideWorkspaceError:
            self.found.append(OUTSIDE.at(span or Span(path), path=path))
            return None
        except FileNotFoundError:
            self.found.append(MISSING_FILE.at(span or Span(path), path=path))
            return None
        except OSError as fault:
            reason = fault.strerror or str(fault)
            self.found.append(UNREADABLE.at(Span(path), reason=reason))
            return None
        node, found = read_nodes(content, path)
        self.found += found
        return node
