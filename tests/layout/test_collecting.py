"""The collector of cycles is put off while slides are made, and never stays off."""

from __future__ import annotations

import gc

import pytest
from tests.layout.events import event_of, every_block, slide, theme

from deroule.collecting import uncollected
from deroule.layout import place


def test_it_is_off_inside_and_on_again_after_a_fault():
    with pytest.raises(ValueError), uncollected():
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled()


def test_who_comes_second_leaves_it_off_for_the_first():
    with uncollected():
        with uncollected():
            pass
        assert not gc.isenabled()


def test_placed_pages_hold_no_cycles():
    event, look = event_of([slide("une", every_block("Un mot.")["bullets"])]), theme()
    place(event, {None: look})
    gc.collect()
    pages = place(event, {None: look}).value
    assert pages
    del pages
    assert gc.collect() == 0
