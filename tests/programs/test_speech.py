"""Voices: the same texts give the same samples, words are told where they are heard, refusals are told."""

from __future__ import annotations

import pytest

from deroule.programs.speech import CommandVoice, EspeakVoice, SpeechError, voice_named


def test_the_same_texts_give_the_same_samples() -> None:
    texts = ["Bonjour à tous.", "Les territoires se lisent sur une carte."]
    first, again = (EspeakVoice().speak(texts, "fr") for _ in range(2))
    assert [one.samples.tobytes() for one in first] == [one.samples.tobytes() for one in again]
    assert all(len(one.samples) > 5_000 for one in first)


def test_a_word_is_heard_where_it_stands() -> None:
    text = "Bonjour à tous les habitants."
    (speech,) = EspeakVoice().speak([text], "fr")
    places = [place for place, _ in speech.words]
    assert text.index("tous") in places
    moments = [speech.moment(place, len(text)) for place in range(len(text))]
    assert moments == sorted(moments) and 0 <= moments[0] < moments[-1] <= len(speech.samples)


def test_a_language_that_the_voice_lacks_is_told() -> None:
    with pytest.raises(SpeechError, match="xx"):
        EspeakVoice().speak(["?"], "xx")


@pytest.mark.parametrize("command", ["no-such-program", "true", "false"])
def test_a_command_that_does_not_speak_is_told(command: str) -> None:
    with pytest.raises(SpeechError, match=command):
        CommandVoice([command], 24_000).speak(["Bonjour."], "fr")


def test_a_command_that_cannot_be_read_is_told() -> None:
    with pytest.raises(SpeechError):
        voice_named('"open')
