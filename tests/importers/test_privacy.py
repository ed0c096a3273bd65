"""Names, addresses and telephone numbers of participants leave nothing but counts; the event's own stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deroule.importers.privacy import Directory, scrub_chat, scrub_polls, scrub_questions, signs
from deroule.importers.private import merged, write_private
from deroule.model.recording import ChatMessage, Participant, PollAnswer, PollResult, Presence, Question
from deroule.workspace import MemoryWorkspace


def people(*names: str) -> Directory:
    made = Directory(
        {"ada martin": "Ada Martin"}, frozenset({"ada", "martin", "eau", "rose"}),
        frozenset({signs("contact@example.org"), signs("01 23 45 67 89")}), "fr",
    )  # fmt: skip
    made.admit(Participant(name, name, stays=(Presence(float(order), 100.0),)) for order, name in enumerate(names))
    return made


@pytest.mark.parametrize(
    ("text", "scrubbed"),
    [
        ("Merci Zoé Petit !", "Merci Participant 1 !"),
        ("PETIT Zoé a raison", "Participant 1 a raison"),
        ("je suis zoe petit", "je suis Participant 1"),
        ("Zoé, tu m'entends ?", "Participant 1, tu m'entends ?"),
        ("un petit pas, zoé", "un petit pas, zoé"),
        ("Jean-Pierre et Marie-Ange DURAND", "Participant 2 et Participant 3"),
        ("Bonjour Ada Martin et Rose", "Bonjour Ada Martin et Rose"),
        ("écrivez à zoe.petit+x@mairie-de.example.org.", "écrivez à [adresse électronique]."),
        ("mailto:Contact@example.org reste", "mailto:Contact@example.org reste"),
        ("au 06 12 34 56 78 ou +33 6 12 34 56 78", "au [téléphone] ou [téléphone]"),
        ("06.12.34.56.78, 0612345678", "[téléphone], [téléphone]"),
        ("(555) 123-4567", "[téléphone]"),
        ("le 01 23 45 67 89 du bureau", "le 01 23 45 67 89 du bureau"),
        ("12 bis rue des Lilas, 35000 Rennes et après", "[adresse] et après"),
        ("habite 3 rue du moulin, là-bas", "habite [adresse], là-bas"),
        ("at 12 Downing Street now", "at [adresse] now"),
        ("il y a 12 places de parking", "il y a 12 places de parking"),
        ("en 2018, 12 000 habitants, 1 500 000 €", "en 2018, 12 000 habitants, 1 500 000 €"),
        ("https://example.org/2018-03-01/page", "https://example.org/2018-03-01/page"),
    ],
)
def test_texts(text: str, scrubbed: str) -> None:
    directory = people("Zoé Petit", "Jean-Pierre Blanc", "Marie-Ange Durand")
    assert directory.scrub(text) == scrubbed


def test_numbers_follow_the_order_of_arrival_and_stay_with_the_person() -> None:
    directory = people()
    directory.admit(
        [
            Participant("luc@x", "Luc Grand", stays=(Presence(50, 60), Presence(5, 9))),
            Participant("zoe@x", "Zoé Petit", stays=(Presence(10, 20),)),
            Participant("ada@x", "MARTIN Ada (SCIC)", stays=(Presence(0, 90),)),
        ]
    )
    assert [directory.called(name) for name in ("Zoé Petit", "grand LUC", "Ada MARTIN", "Inconnue", "Anonymous Attendee", "")] == [
        "Participant 2", "Participant 1", "Ada Martin", "Participant 3", "", "",
    ]  # fmt: skip


def test_two_people_of_one_name_are_told_apart_by_their_addresses() -> None:
    directory = people()
    directory.admit(Participant(f"{at}@x", "Jean Blanc", f"{at}@x", stays=(Presence(at, 9.0),)) for at in (1, 2))
    assert len(directory.numbers) == 2
    directory.admit([Participant("3", "Jean Noir", stays=(Presence(3, 9),))])
    assert directory.scrub("Jean ?") == "Participant ?", "which Jean is not known"


def test_chat_questions_and_polls() -> None:
    directory = people("Zoé Petit")
    chat = scrub_chat(
        [ChatMessage(1, "Zoé Petit", "Zoé : 06 12 34 56 78"), ChatMessage(2, "Luc", "secret", True)], directory
    )
    assert chat == [ChatMessage(1, "Participant 1", "Participant 1 : [téléphone]")]
    question = scrub_questions([Question("Et Zoé ?", ("Ada Martin : oui, Zoé Petit",), "Zoé Petit")], directory)[0]
    assert (question.text, question.answers) == ("Et Participant 1 ?", ("Ada Martin : oui, Participant 1",))
    poll = scrub_polls([PollResult("Qui ?", (PollAnswer("Zoé Petit", 2),))], directory)[0]
    assert poll.answers == (PollAnswer("Participant 1", 2),)
    assert (directory.count.names, directory.count.telephones, directory.count.private) == (4, 1, 1)


def test_consent_leaves_names_and_drops_private_messages_all_the_same() -> None:
    directory = people("Zoé Petit")
    directory.agreed = True
    chat = [ChatMessage(1, "Zoé Petit", "Zoé"), ChatMessage(2, "Luc", "secret", True)]
    assert scrub_chat(chat, directory) == chat[:1]


words = st.text(st.characters(categories=("Lu", "Ll"), max_codepoint=0x24F), min_size=3, max_size=9).filter(
    lambda word: word.upper().casefold() == word.casefold() == word.lower()
)


@settings(deadline=None)
@given(st.lists(st.tuples(words, words), min_size=1, max_size=4), st.data())
def test_a_full_name_never_survives_however_it_is_written(names: list[tuple[str, str]], data: st.DataObject) -> None:
    whole = [f"{first.capitalize()} {last.capitalize()}" for first, last in names]
    directory = people(*whole)
    first, last = data.draw(st.sampled_from(names))
    if directory.speaker(f"{first} {last}"):
        return
    written = data.draw(
        st.sampled_from([f"{first} {last}", f"{last.upper()} {first}", f"{first}  {last.capitalize()}"])
    )
    scrubbed = directory.scrub(f"Bonjour {written}, merci")
    assert written not in scrubbed


def test_attendance_merges_reconnections_and_stands_in_the_private_folder_alone() -> None:
    present = merged(
        [
            Participant("zoe@x", "Zoé Petit", "zoe@x", stays=(Presence(0, 600), Presence(300, 900))),
            Participant("zoe petit", "Zoé Petit", stays=(Presence(1200, 1800),)),
            Participant("=cmd", "=cmd()", stays=(Presence(60, 120),)),
        ]
    )
    assert [(one.name, one.seconds) for one in present] == [("Zoé Petit", 1500), ("=cmd()", 60)]
    workspace = MemoryWorkspace({})
    assert write_private(workspace, "e", present, (), people()) == ["build/e/private/attendance.csv"]
    table = workspace.read("build/e/private/attendance.csv").decode("utf-8-sig")
    assert "'=cmd()" in table and "25;3" in table
