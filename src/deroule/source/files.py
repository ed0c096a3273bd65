"""Reading one YAML file of the workspace into its model; faults come back as diagnostics."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import Any, TypeVar

from deroule.diagnostics import Diagnostic
from deroule.model.placed import Placed
from deroule.source.codes import MISSING_FILE, OUTSIDE, UNREADABLE
from deroule.source.decode import Decoded, decode
from deroule.source.nodes import Mapping
from deroule.source.paths import mending
from deroule.source.yaml_file import ReadFile, read_nodes
from deroule.span import Span
from deroule.workspace import OutsideWorkspaceError, Workspace, why_refused

M = TypeVar("M", bound=Placed)


@dataclass(slots=True)
class Memory:
    """What files were decoded to, for one who reads the same ones again and again: what did not change is not decoded anew."""

    nodes: dict[str, tuple[bytes, ReadFile]] = field(default_factory=dict)
    models: dict[tuple[str, str, str], tuple[Mapping, Decoded[Any]]] = field(default_factory=dict)

    def read(self, content: bytes, path: str) -> ReadFile:
        """Give a file's nodes and what is wrong with them."""
        kept = self.nodes.get(path)
        if kept is None or kept[0] != content:
            kept = self.nodes[path] = (content, read_nodes(content, path))
        return kept[1]

    def model(self, node: Mapping, path: str, model: type[M], language: str, *, whole: bool) -> Decoded[M]:
        """Give what the file's nodes are decoded to."""
        key = (path, model.__name__, language)
        kept = self.models.get(key)
        if kept is None or kept[0] is not node:
            kept = self.models[key] = (node, decode(node, model, language, whole=whole))
        return kept[1]


@dataclass(slots=True)
class FileReader:
    """Reads the files of a workspace and gathers what is wrong with them, each file once."""

    workspace: Workspace
    memory: Memory = field(default_factory=Memory)
    found: list[Diagnostic] = field(default_factory=list)
    damaged: set[str] = field(default_factory=set)
    """The files that cannot be read whole: what seems to be missing from them may well be written."""
    _nodes: dict[str, Mapping | None] = field(default_factory=dict)
    _models: dict[tuple[str, str], Placed | None] = field(default_factory=dict)

    def node(self, path: str, span: Span | None = None) -> Mapping | None:
        """Read a file's nodes. `span` is where the file is named, for the case that it is not there."""
        if path not in self._nodes:
            self._nodes[path] = self._read(path, span)
            if self._nodes[path] is None:
                self.damaged.add(path)
        return self._nodes[path]

    def is_absent(self, path: str) -> bool:
        """Whether nothing stands there; something that cannot be read, or a link that leads out, is not absent."""
        if self.workspace.exists(path):
            return False
        try:
            self.workspace.read(path)
        except (FileNotFoundError, NotADirectoryError):
            return True
        except (OSError, OutsideWorkspaceError):
            return False
        return False

    def beside(self, path: str) -> tuple[str, ...]:
        """List the other YAML files of the folder that a file stands in."""
        folder = posixpath.dirname(path)
        try:
            listed = self.workspace.files(folder, ending=".yml")
        except (OSError, OutsideWorkspaceError):
            return ()
        return tuple(one for one in listed if posixpath.dirname(one) == folder and one != path)

    def model(self, path: str, model: type[M], language: str, span: Span | None = None) -> M | None:
        """Read and decode a file; its own `language` wins over the one given."""
        key = (path, model.__name__)
        if key not in self._models:
            node = self.node(path, span)
            if node is None:
                self._models[key] = None
            else:
                spoken = str(node.get("language") or language)
                decoded = self.memory.model(node, path, model, spoken, whole=path not in self.damaged)
                self.found += decoded.found
                self._models[key] = decoded.value
                if not decoded.whole:
                    self.damaged.add(path)
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
            self.found.append(UNREADABLE.at(Span(path), reason=why_refused(fault), hint=mending(fault)))
            return None
        read = self.memory.read(content, path)
        self.found += read.found
        if not read.whole:
            self.damaged.add(path)
        return read.top
