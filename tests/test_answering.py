"""A desk answers one message at a time and in the order they were sent, whichever thread brings them."""

from __future__ import annotations

import threading

import pytest

from icmo import Codebook, Project
from icmo.workbench import answering
from icmo.workbench.tagger.desk import TaggerDesk


class Slow(answering.Desk):
    """Writes down what it does; a slow act goes on until it is told to stop."""

    def __init__(self, project):
        super().__init__(project, lambda _answer: None)
        self.done = []
        self.begun, self.go_on = threading.Event(), threading.Event()

    def _on_slow(self, message):
        self.begun.set()
        assert self.go_on.wait(20)
        self.done.append(message["number"])
        return {}

    def _on_quick(self, message):
        self.done.append(message["number"])
        return {}


@pytest.fixture
def project(tmp_path):
    (tmp_path / "amira.txt").write_text("Amira: Godt.", encoding="utf-8")
    with Project.create(tmp_path / "p.icmo", Codebook.load("kib"), coder="anna") as project:
        project.import_documents(tmp_path / "amira.txt")
        yield project


@pytest.fixture
def send():
    """Gives a function that hands a message over in a thread of its own, and waits for all at the end."""
    threads = []

    def hand_over(desk, number, kind="quick", **more):
        message = {"kind": kind, "view": "v", "number": number, **more}
        threads.append(threading.Thread(target=desk.answer, args=(message,)))
        threads[-1].start()
        return threads[-1]

    yield hand_over
    for thread in threads:
        thread.join(20)


def test_an_act_is_finished_before_the_next_one_begins(project, send):
    desk = Slow(project)
    send(desk, 1, "slow")
    assert desk.begun.wait(20)
    second = send(desk, 2)
    second.join(0.1)
    assert desk.done == []

    desk.go_on.set()
    second.join(20)
    assert desk.done == [1, 2]


def test_what_was_sent_first_is_done_first_though_it_arrives_later(project, send):
    desk = Slow(project)
    send(desk, 1).join(20)
    third = send(desk, 3)
    third.join(0.1)
    send(desk, 2).join(20)
    third.join(20)

    assert desk.done == [1, 2, 3]


def test_a_message_that_never_comes_stops_nobody_for_good(project, send, monkeypatch):
    monkeypatch.setattr(answering, "_PATIENCE_SECONDS", 0.05)
    desk = Slow(project)
    for number in (7, 9, 10):
        send(desk, number).join(20)

    assert desk.done == [7, 9, 10]


def test_what_was_sent_once_more_is_not_done_twice_when_the_first_arrives_after_all(project):
    document = project.documents()["document"].iloc[0]
    desk = TaggerDesk(project, lambda _answer: None)
    memo = {"kind": "memo", "view": "v", "on": document, "about": "document", "text": "Se igen"}
    desk.answer({**memo, "number": 3, "again": True, "instead": 2})
    desk.answer({**memo, "number": 2})

    assert project.memos()["text"].tolist() == ["Se igen"]
