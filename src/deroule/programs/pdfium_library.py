"""The PDFium library and the few of its functions that are called here.

The package that brings it declares five hundred functions when it is imported, which takes as long as drawing ten pages;
eleven are called. So the library is loaded from the package's folder; where it is not there, the package finds it.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import c_char_p, c_float, c_int, c_size_t, c_void_p
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

BGR = 2
"""Three bytes a pixel (FPDFBitmap_BGR)."""
REVERSE_BYTE_ORDER = 0x10
"""Red first (FPDF_REVERSE_BYTE_ORDER)."""
_FILE = {"win32": "pdfium.dll", "darwin": "libpdfium.dylib"}.get(sys.platform, "libpdfium.so")
_FUNCTIONS: dict[str, tuple[Any, ...]] = {
    # name: what it gives, then what it takes
    "FPDF_InitLibrary": (None,),
    "FPDF_LoadMemDocument64": (c_void_p, c_char_p, c_size_t, c_char_p),
    "FPDF_GetPageCount": (c_int, c_void_p),
    "FPDF_CloseDocument": (None, c_void_p),
    "FPDF_LoadPage": (c_void_p, c_void_p, c_int),
    "FPDF_GetPageWidthF": (c_float, c_void_p),
    "FPDF_GetPageHeightF": (c_float, c_void_p),
    "FPDF_ClosePage": (None, c_void_p),
    "FPDFBitmap_CreateEx": (c_void_p, c_int, c_int, c_int, c_void_p, c_int),
    "FPDFBitmap_Destroy": (None, c_void_p),
    "FPDF_RenderPageBitmap": (None, c_void_p, c_void_p, *[c_int] * 6),
}
_LONG = {"FPDF_LoadMemDocument64", "FPDF_LoadPage", "FPDF_RenderPageBitmap"}
"""Others run Python meanwhile. A function that is done at once keeps its turn: to wait for it again takes milliseconds."""


@cache
def pdfium() -> Any:
    """Load the library, and start it: once, when something is first drawn. Its functions are called by their own names."""
    file = _packaged_file()
    library = _load(file) if file else _as_the_package_has_it()
    library.FPDF_InitLibrary()
    return library


def _packaged_file() -> Path | None:
    package = find_spec("pypdfium2_raw")
    folders = package.submodule_search_locations if package else None
    return next((file for folder in folders or () if (file := Path(folder) / _FILE).is_file()), None)


def _load(file: Path) -> SimpleNamespace:
    libraries = ctypes.PyDLL(str(file)), ctypes.CDLL(str(file))
    functions = {name: getattr(libraries[name in _LONG], name) for name in _FUNCTIONS}
    for name, (gives, *takes) in _FUNCTIONS.items():
        functions[name].restype, functions[name].argtypes = gives, takes
    return SimpleNamespace(**functions)


def _as_the_package_has_it() -> Any:
    import pypdfium2_raw

    return pypdfium2_raw
