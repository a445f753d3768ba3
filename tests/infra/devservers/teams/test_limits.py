"""Teams' send limits, by a clock of our own and over HTTP."""

from infra.devservers.teams.limits import READS, TENANT, WRITES, Limits


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


def test_seven_a_second_and_eight_in_two_pass():
    clock = Clock()
    limits = Limits(clock)
    assert [limits.ask(("a", WRITES)) for _ in range(8)] == [0] * 7 + [1]
    clock.now += 1.01
    assert [limits.ask(("a", WRITES)) for _ in range(2)] == [0, 1]
    clock.now += 1.0
    assert limits.ask(("a", WRITES)) == 0


def test_sixty_in_thirty_seconds_pass():
    clock = Clock()
    limits, passed = Limits(clock), 0
    for _ in range(100):
        clock.now += 0.29
        passed += limits.ask(("a", WRITES)) == 0
    assert passed == 60
    assert 1 <= limits.ask(("a", WRITES)) <= 30


def test_conversations_do_not_hinder_each_other_but_the_tenant_does():
    limits = Limits(Clock())
    waits = [limits.ask((f"chat {n}", WRITES), ("tenant", TENANT)) for n in range(51)]
    assert waits == [0] * 50 + [1]


def test_reading_is_cheaper():
    limits = Limits(Clock())
    assert [limits.ask(("a", READS)) for _ in range(15)].count(0) == 14


def test_a_refused_call_does_not_count():
    clock = Clock()
    limits = Limits(clock)
    for _ in range(50):
        limits.ask(("a", WRITES))
    clock.now += 2.01
    assert limits.ask(("a", WRITES)) == 0


async def test_the_connector_keeps_the_limits_when_switched_on(teams):
    await teams.fake("settings", {"limits": True})
    chat = f"/conversations/{await teams.chat()}"
    own_id = await teams.send({"type": "message", "text": "1"})
    answers = [
        await teams.wire("PUT", f"{chat}/activities/{own_id}", {"type": "message"})
        for _ in range(8)
    ]
    assert [status for status, _ in answers] == [200] * 6 + [429] * 2
    assert answers[-1][1]["error"]["code"] == "TooManyRequests"
    reads = [(await teams.wire("GET", f"{chat}/members"))[0] for _ in range(15)]
    assert reads == [200] * 14 + [429]
    assert (await teams.wire("GET", f"/conversations/{await teams.chat('omid')}/members"))[0] == 200


def test_calls_older_than_an_hour_are_forgotten():
    clock = Clock()
    limits = Limits(clock)
    for _ in range(1800):
        clock.now += 1.0
        limits.ask(("a", WRITES))
    clock.now += 3601
    assert limits.ask(("a", WRITES)) == 0
    assert len(limits._calls["a"]) == 1
