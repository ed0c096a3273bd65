"""What an import found and wrote, in words for the terminal."""

from __future__ import annotations

import posixpath

from deroule.diagnostics import Words
from deroule.importers.recording import Imported
from deroule.importers.written import moment

_TOOLS = {"bigbluebutton": "BigBlueButton", "zoom": "Zoom", "teams": "Microsoft Teams"}
_FILES = Words("des fichiers", "files")
_LINES = {
    "from": Words("Lu : {tool}{title}{length}", "Read: {tool}{title}{length}"),
    "media": Words("  films et sons : {names}", "  films and sounds: {names}"),
    "slides": Words(
        "  diapositives : {named} passages reconnus sur {count} ({how}), {different} des {all} de l'événement",
        "  slides: {named} of {count} showings recognised ({how}), {different} of the event's {all}",
    ),
    "captions": Words("  sous-titres {track} : {count} (retouches : {mended})", "  captions {track}: {count} (mended: {mended})"),
    "polls": Words("  sondages : {count}, dont {known} de l'événement", "  polls: {count}, {known} of them the event's"),
    "questions": Words("  questions : {count}", "  questions: {count}"),
    "films": Words("  films d'autres sites montrés : {count}", "  films of other sites shown: {count}"),
    "chat": Words("  messages publics : {count}", "  public messages: {count}"),
    "people": Words("  présents : {count}", "  present: {count}"),
    "unused": Words("  sans usage ici : {names}", "  of no use here: {names}"),
    "written": Words("Écrit, à relire et à corriger :", "Written, to be read over and corrected:"),
    "private": Words("Privé, hors de toute archive :", "Private, in no archive:"),
}  # fmt: skip
_HOW = {
    "deck": Words("au nom du fichier", "by deck"),
    "text": Words("au texte", "by text"),
    "number": Words("au numéro", "by number"),
    "picture": Words("à l'image", "by picture"),
    "hand": Words("à la main", "by hand"),
}


def summary(imported: Imported, language: str) -> str:
    """Sum an import up."""
    recording = imported.recording

    def line(name: str, **values: object) -> str:
        return _LINES[name].in_language(language, **{key: str(value) for key, value in values.items()})

    tool = _TOOLS.get(recording.tool) or _FILES.in_language(language)
    title = f" – {recording.title}" if recording.title else ""
    length = f", {moment(recording.duration)}" if recording.duration else ""
    lines = [line("from", tool=tool, title=title, length=length)]
    if recording.media:
        lines.append(line("media", names=", ".join(one.file for one in recording.media)))
    if recording.marks:
        named = [one for one in recording.marks if one.slide]
        how = ", ".join(_HOW[by].in_language(language) for by in dict.fromkeys(one.by for one in named) if by in _HOW)
        different = len({one.slide for one in named})
        shown = [one for one in recording.marks if one.slide or one.number or one.text]
        lines.append(
            line("slides", named=len(named), count=len(shown), how=how or "–", different=different, all=imported.slides)
        )
    for name, cues in recording.captions.items():
        lines.append(line("captions", track=name, count=len(cues), mended=imported.mended[name].total))
    if recording.polls:
        lines.append(line("polls", count=len(recording.polls), known=sum(bool(one.id) for one in recording.polls)))
    if recording.questions:
        lines.append(line("questions", count=len(recording.questions)))
    if recording.films:
        lines.append(line("films", count=len(recording.films)))
    if recording.chat:
        lines.append(line("chat", count=len(recording.chat)))
    if imported.people:
        lines.append(line("people", count=imported.people))
    if imported.unused:
        lines.append(line("unused", names=", ".join(posixpath.basename(name) or name for name in imported.unused[:6])))
    lines += [line("written"), *(f"  {path}" for path in imported.written)]
    if imported.private:
        lines += [line("private"), *(f"  {path}" for path in imported.private)]
    return "\n".join(lines)
