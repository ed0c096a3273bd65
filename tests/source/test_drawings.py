"""Drawings that are admitted, and those that are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deroule.source.drawings import UnreadablePictureError, drawing_size

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 30"%s>%s</svg>'
)
BOMB = "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9))
REFUSED = {
    "a bomb of entities": f'<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa">{BOMB}]>' + SVG % ("", "<text>&j;</text>"),
    "an outside entity": '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG % ("", "<text>&x;</text>"),
    "a script": SVG % ("", "<script>alert(1)</script>"),
    "a handler": SVG % (' onload="alert(1)"', ""),
    "a handler in capitals": SVG % ("", '<g onClick="alert(1)"/>'),
    "a page inside": SVG % ("", "<foreignObject/>"),
    "a script in a link": SVG % ("", '<a xlink:href="java&#10;script:alert(1)"><g/></a>'),
    "a picture from outside": SVG % ("", '<image href="https://example.invalid/a.png"/>'),
    "a file of the machine": SVG % ("", '<image xlink:href="file:///etc/passwd"/>'),
    "a drawing inside an address": SVG % ("", '<use href="data:text/html,x"/>'),
    "a style from outside": SVG % ("", "<style>@import 'a.css'</style>"),
    "a filter from outside": SVG % ("", '<g style="filter:url(a.svg#b)"/>'),
    "no size": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "no room": '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>',
    "a page": "<html/>",
    "cut": '<svg width="10"',
}
ADMITTED = {
    "a plain one": SVG % ("", '<rect width="4" height="4"/>'),
    "units": '<svg xmlns="http://www.w3.org/2000/svg" width="30pt" height="30"/>',
    "own references": SVG % ("", '<defs><path id="a"/></defs><use href="#a"/><g style="fill:url(#a)"/>'),
    "a picture inside": SVG % ("", '<image href="data:image/png;base64,AAAA"/>'),
    "a link": SVG % ("", '<a href="https://example.org"><g/></a>'),
    "what drawing programs declare": '<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]>'
    '<svg xmlns="&ns;" width="40" height="30"/>',
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    with pytest.raises(UnreadablePictureError) as told:
        drawing_size(REFUSED[name].encode())
    assert told.value.reason.fr != told.value.reason.en


@pytest.mark.parametrize("name", ADMITTED)
def test_admitted(name: str) -> None:
    assert drawing_size(ADMITTED[name].encode()) == (40, 30)


@given(st.binary(max_size=60))
def test_anything_is_a_size_or_a_refusal(content: bytes) -> None:
    try:
        drawing_size(b"<svg viewBox='" + content)
    except UnreadablePictureError:
        return
