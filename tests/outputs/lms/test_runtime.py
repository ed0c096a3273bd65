"""Packages in a real run-time (scorm-again in Chromium): they load, report what was seen and answered, and resume."""

from __future__ import annotations

import json
import mimetypes
import re
import zipfile
from dataclasses import dataclass, replace
from typing import Any

import pytest

from deroule.build.registry import maker
from deroule.model.recording import After, Cue, Recording

pytestmark = [pytest.mark.browser, pytest.mark.node]
HOST = "http://platform.test"
KINDS = {
    "scorm12": ("scorm", "scorm12.js", "API", "Scorm12API"),
    "scorm2004": ("scorm/2004", "scorm2004.js", "API_1484_11", "Scorm2004API"),
}


@pytest.fixture(scope="module")
def contents(session, rehearsal, tmp_path_factory):
    """Make a package and give its files."""

    def made(name: str) -> dict[str, bytes]:
        into = tmp_path_factory.mktemp("package")
        first, _, last = name.partition("/")
        artefact = f"{first}/{session.event.id}" + (f"/{last}" if last else "")
        session.render("lms", artefact, into, {f"rehearsal/{session.event.id}": rehearsal})
        (path,) = into.glob("*.zip")
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    return made


@pytest.fixture
def filmless(session, tmp_path) -> dict[str, bytes]:
    """The files of a SCORM 1.2 package of a session that left captions, and no film."""
    cues = tuple(
        Cue(4.0 * at, 4.0 * at + 3, slide.id, "Ada", slide.id) for at, slide in enumerate(session.event.slides)
    )
    event = replace(session.event, after=After(Recording("file", captions={"fr": cues})))
    request = session.request("lms", f"scorm/{session.event.id}", tmp_path / "package")
    request = replace(request, event=event, dossier=replace(session.dossier, events=(event,)))
    assert maker("lms").render(request) == ()
    (path,) = (tmp_path / "package").glob("*.zip")
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def serve(page, files: dict[str, bytes], more=None) -> None:
    """Answer the browser's requests from memory, stretches of media included; nothing leaves the machine."""

    def answer(route) -> None:
        path = route.request.url.removeprefix(HOST + "/").split("?")[0]
        if more is not None and more(route, path):
            return
        if path not in files:
            route.fulfill(status=404)
            return
        content, kind = files[path], mimetypes.guess_type(path)[0] or "application/octet-stream"
        asked = re.match(r"bytes=(\d+)-(\d*)", route.request.headers.get("range", ""))
        headers = {"Accept-Ranges": "bytes"}
        if asked:
            start, end = int(asked[1]), int(asked[2] or len(content) - 1)
            headers["Content-Range"] = f"bytes {start}-{end}/{len(content)}"
            route.fulfill(status=206, body=content[start : end + 1], headers=headers, content_type=kind)
        else:
            route.fulfill(body=content, headers=headers, content_type=kind)

    page.route("**/*", answer)


def until(frame, condition: str) -> None:
    frame.evaluate(
        "new Promise((done, fail) => { const end = Date.now() + 20000; const look = () => {"
        f" if ({condition}) done(true); else if (Date.now() > end) fail(new Error({json.dumps(condition)}));"
        " else setTimeout(look, 20); }; look(); })"
    )


def watch(frame) -> None:
    """Watch everything: at sixteen times the speed, without sound."""
    until(frame, "document.querySelector('.dp-media').readyState >= 2")
    frame.evaluate("(() => { const film = document.querySelector('.dp-media'); film.muted = true; film.currentTime = 0;"
                   " film.playbackRate = 16; return film.play(); })()")  # fmt: skip
    until(frame, "document.querySelector('.dp-media').ended")


@dataclass(frozen=True)
class Platform:
    """The page of a learning platform, which shows a package in a frame and keeps what it is told."""

    page: Any
    known_as: str
    complaints: list[str]

    def launch(self, before: dict | None = None) -> Any:
        """Open the package, as it is first met or as it was left; give its frame."""
        page = self.page
        page.goto(f"{HOST}/host.html")
        if before:
            page.evaluate(f"before => window.{self.known_as}.loadFromJSON(before.cmi || before, 'cmi')", before)
        page.evaluate("document.querySelector('#sco').src = 'sco/index.html'")
        frame = page.wait_for_selector("#sco").content_frame()
        frame.wait_for_url("**/sco/index.html")
        until(frame, "document.querySelector('.dp') && document.querySelector('.dp').dataset.platform === 'open'")
        return frame

    def leave(self) -> dict:
        """Close the package; give what is kept of it."""
        self.page.evaluate("document.querySelector('#sco').src = 'about:blank'")
        self.page.wait_for_timeout(50)
        return json.loads(self.page.evaluate(f"window.{self.known_as}.renderCMIToJSONString()"))


def platform(chromium, needs_package, kind: str, package: dict[str, bytes]) -> Platform:
    """Set up a platform that knows one package."""
    _, library, known_as, made_by = KINDS[kind]
    files = {f"sco/{path}": content for path, content in package.items()}
    files["library.js"] = (needs_package("scorm-again") / "dist" / library).read_bytes()
    files["host.html"] = (
        f"<script src='library.js'></script><script>window.{known_as} = new {made_by}({{autocommit: false, logLevel: 4}});"
        "</script><iframe id='sco' width='1200' height='700'></iframe>"
    ).encode()
    page = chromium.new_context().new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    serve(page, files)
    return Platform(page, known_as, complaints)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_session_is_reported_and_resumed(chromium, contents, needs_package, kind: str) -> None:
    host = platform(chromium, needs_package, kind, contents(KINDS[kind][0]))

    def value(element: str) -> str:
        get = "LMSGetValue" if kind == "scorm12" else "GetValue"
        return str(host.page.evaluate(f"window.{host.known_as}.{get}('{element}')"))

    status = "cmi.core.lesson_status" if kind == "scorm12" else "cmi.completion_status"
    score = "cmi.core.score.raw" if kind == "scorm12" else "cmi.score.scaled"
    location = "cmi.core.lesson_location" if kind == "scorm12" else "cmi.location"

    frame = host.launch()
    assert value(status) == "incomplete"
    frame.check(".dp-quiz input[value='1']")
    frame.click(".dp-quiz button")
    assert float(value(score)) == (100 if kind == "scorm12" else 1)
    assert value("cmi.interactions._count") == "1"
    assert value(status) == "incomplete", "answering is not watching"
    frame.evaluate("document.querySelectorAll('.dp-passage .dp-cue')[2].click()")
    until(frame, "document.querySelector('.dp-media').currentTime > 3")
    frame.evaluate("document.querySelector('.dp-media').pause()")
    kept = host.leave()
    cmi = kept.get("cmi", kept)
    (answer,) = (
        cmi["interactions"].get("childArray", cmi["interactions"]).values()
        if isinstance(cmi["interactions"], dict)
        else cmi["interactions"]
    )
    assert (answer["id"], answer["result"]) == ("capitale", "correct")
    assert len(cmi["suspend_data"]) < 200 and cmi["suspend_data"].startswith("1|")

    place = float(cmi["core"]["lesson_location"] if kind == "scorm12" else cmi["location"])
    assert place > 3
    frame = host.launch({"cmi": cmi})
    until(frame, f"Math.abs(document.querySelector('.dp-media').currentTime - {place}) < 0.5")
    assert frame.inner_text(".dp-score") == "1 sur 1"
    watch(frame)
    assert value(status) == "completed"
    assert float(value(location)) > place
    host.leave()
    assert host.complaints == []
    host.page.context.close()


def test_a_session_without_a_film_is_complete_once_its_slides_are_seen(chromium, filmless, needs_package) -> None:
    host = platform(chromium, needs_package, "scorm12", filmless)

    def status() -> str:
        return str(host.page.evaluate("window.API.LMSGetValue('cmi.core.lesson_status')"))

    frame = host.launch()
    assert frame.locator("video, audio").count() == 0
    slides = frame.locator(".dp-page").count()
    for _ in range(slides - 2):
        frame.click(".dp-next")
    assert status() == "incomplete"
    frame = host.launch(host.leave())
    until(frame, f"document.querySelector('.dp-count').textContent === '{slides - 1} / {slides}'")
    frame.click(".dp-next")
    assert status() == "completed"
    assert host.complaints == []
    host.page.context.close()


def test_a_cmi5_session_says_what_the_standard_asks_in_its_order(chromium, contents) -> None:
    files = contents("cmi5")
    told: list[dict] = []
    states: dict[str, str] = {"LMS.LaunchData": json.dumps({
        "launchMode": "Normal", "masteryScore": 0.5, "contextTemplate": {"extensions": {"session": "one"}},
    })}  # fmt: skip

    def platform(route, path: str) -> bool:
        request = route.request
        if path == "token":
            route.fulfill(json={"auth-token": "c2VjcmV0"})
        elif path == "lrs/statements":
            assert request.headers["authorization"] == "Basic c2VjcmV0"
            told.append(request.post_data_json)
            route.fulfill(json=["one"])
        elif path == "lrs/activities/state":
            name = re.search(r"stateId=([^&]+)", request.url)[1]
            if request.method == "PUT":
                states[name] = request.post_data
                route.fulfill(status=204)
            else:
                route.fulfill(body=states[name], content_type="application/json") if name in states else route.fulfill(
                    status=404
                )
        else:
            return False
        return True

    page = chromium.new_context().new_page()
    serve(page, files, platform)
    asked = (
        f"?endpoint={HOST}/lrs/&fetch={HOST}/token&registration=6d0b9a1e-0000-4000-8000-000000000000"
        "&activityId=urn:unit&actor=%7B%22account%22%3A%7B%22name%22%3A%22ada%22%7D%7D"
    )
    page.goto(f"{HOST}/index.html{asked}")
    until(page, "document.querySelector('.dp').dataset.platform === 'open'")
    page.check(".dp-quiz input[value='1']")
    page.click(".dp-quiz button")
    watch(page)
    page.wait_for_timeout(100)
    page.goto("about:blank")
    page.wait_for_timeout(100)
    verbs = [one["verb"]["id"].rsplit("/", 1)[-1] for one in told]
    assert (
        verbs[0] == "initialized"
        and sorted(verbs[1:3]) == ["completed", "passed"]
        and verbs[3:] in ([], ["terminated"])
    )
    for one in told:
        assert one["context"]["extensions"] == {"session": "one"} and one["context"]["registration"].startswith("6d0b")
        categories = [each["id"].rsplit("/", 1)[-1] for each in one["context"]["contextActivities"]["category"]]
        moves = one["verb"]["id"].rsplit("/", 1)[-1] in ("completed", "passed")
        assert categories == (["cmi5", "moveon"] if moves else ["cmi5"])
    assert json.loads(states["deroule"])["completed"] is True
    page.context.close()


def test_outside_a_platform_it_only_plays(chromium, contents) -> None:
    page = chromium.new_context().new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    serve(page, contents("scorm"))
    page.goto(f"{HOST}/index.html")
    until(page, "document.querySelector('.dp').dataset.ready === 'yes'")
    page.click(".dp-next")
    assert complaints == []
    page.context.close()
