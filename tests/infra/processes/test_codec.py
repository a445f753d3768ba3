"""The codec server over real HTTP: who may look, who may not, what is noted."""

import asyncio
import base64
import io
import json
import socket
from datetime import UTC, date, datetime

import pytest
from aiohttp import ClientSession, web
from pydantic import SecretStr
from temporalio.api.common.v1 import Payload

from infra.processes.codec import CHAIN, Window, create_app, run
from orders.errors import SettingsError, StoreUnavailable
from runtime.codec import new_key, parse_keyring, payload_codec
from runtime.settings import (
    BotSettings,
    CatalogueSettings,
    CodecSettings,
    CommitteeSettings,
    FileSettings,
    LaneSettings,
    OpsSettings,
    PolicySettings,
    Settings,
    StorageSettings,
    TelemetrySettings,
    TemporalSettings,
    TimeoutSettings,
    WebhookSettings,
    ZohoSettings,
)
from runtime.storage.memory import MemoryStore
from runtime.tokens import Token

UI = "http://localhost:8233"
KEY = new_key()
CODEC = payload_codec(parse_keyring(KEY))
SECRET = "Karimi Trading"
TODAY = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
ASK = {"Authorization": "Bearer t-lena", "X-Namespace": "default", "Origin": UI}


class Broken(MemoryStore):
    """A store whose audit cannot be written."""

    async def append_audit(self, entries):
        raise StoreUnavailable


class Server:
    """A codec server on a free port, and what it noted."""

    def __init__(self, store: MemoryStore, session: ClientSession, url: str) -> None:
        self.store, self.session, self.url = store, session, url

    async def ask(self, body: object = None, **headers: str | None):
        sent = {k: v for k, v in (ASK | headers).items() if v is not None}
        content = io.BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
        async with self.session.post(f"{self.url}/decode", data=content, headers=sent) as answer:
            return answer.status, await answer.text(), answer.headers

    async def noted(self):
        bodies = [json.loads(record.body) for record in await self.store.audit_of(CHAIN)]
        return [(one["event_type"], one["actor"]["id"], one["data"]) for one in bodies]


async def serving(store: MemoryStore):
    window = Window(
        codec=CODEC,
        store=store,
        namespace="default",
        tokens=(
            Token("omid", "t-omid", date(2026, 11, 20)),
            Token("lena", "t-lena", date(2026, 11, 21)),
        ),
        origins=frozenset({UI}),
        now=lambda: TODAY,
    )
    runner = web.AppRunner(create_app(window))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    async with ClientSession() as session:
        yield Server(store, session, f"http://127.0.0.1:{port}")
    await runner.cleanup()


@pytest.fixture
async def server():
    async for one in serving(MemoryStore()):
        yield one


@pytest.fixture
async def mute_server():
    async for one in serving(Broken()):
        yield one


async def sealed(count: int = 1) -> dict[str, object]:
    plain = Payload(metadata={"encoding": b"json/plain"}, data=json.dumps(SECRET).encode())
    payloads = await CODEC.encode([plain] * count)
    return {
        "payloads": [
            {
                "metadata": {k: base64.b64encode(v).decode() for k, v in one.metadata.items()},
                "data": base64.b64encode(one.data).decode(),
            }
            for one in payloads
        ]
    }


async def test_an_authorised_person_sees_the_payload_and_that_is_noted(server):
    status, text, headers = await server.ask(await sealed(2))
    assert status == 200
    shown = json.loads(text)["payloads"]
    assert [json.loads(base64.b64decode(one["data"])) for one in shown] == [SECRET] * 2
    assert base64.b64decode(shown[0]["metadata"]["encoding"]) == b"json/plain"
    assert headers["Access-Control-Allow-Origin"] == UI
    assert headers["Cache-Control"] == "no-store"
    facts = {"count": "2", "namespace": "default"}
    assert await server.noted() == [("access.decoded", "lena", facts)]


async def test_every_look_is_noted_and_never_what_was_seen(server):
    for _ in range(3):
        await server.ask(await sealed())
    assert len(await server.noted()) == 3
    assert SECRET not in "".join(record.body for record in await server.store.audit_of(CHAIN))


async def test_a_client_that_is_no_browser_needs_no_origin(server):
    status, _text, headers = await server.ask(await sealed(), Origin=None)
    assert status == 200
    assert "Access-Control-Allow-Origin" not in headers


async def test_plain_payloads_come_back_as_they_are(server):
    plain = {"payloads": [{"metadata": {"encoding": "anNvbi9wbGFpbg=="}, "data": "MQ=="}]}
    status, text, _headers = await server.ask(plain)
    assert (status, json.loads(text)) == (200, plain)


REFUSED = {
    "no token": (401, "token", "", {"Authorization": None}),
    "an unknown token": (401, "token", "", {"Authorization": "Bearer t-eve"}),
    "half a token": (401, "token", "", {"Authorization": "Bearer t-len"}),
    "a token of no bearer": (401, "token", "", {"Authorization": "Basic t-lena"}),
    "an empty token": (401, "token", "", {"Authorization": "Bearer "}),
    "anothers expired token": (401, "expired", "omid", {"Authorization": "Bearer t-omid"}),
    "another namespace": (403, "namespace", "lena", {"X-Namespace": "payroll"}),
    "no namespace": (403, "namespace", "lena", {"X-Namespace": None}),
    "a foreign origin": (403, "origin", "", {"Origin": "https://evil.example"}),
    "a near origin": (403, "origin", "", {"Origin": f"{UI}.evil.example"}),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_b076_g_the_door_stays_shut_and_that_is_noted(server, name):
    status, reason, who, headers = REFUSED[name]
    answered, text, sent = await server.ask(await sealed(), **headers)
    assert (answered, json.loads(text)) == (status, {"refused": reason})
    assert SECRET not in text
    assert ("WWW-Authenticate" in sent) == (status == 401)
    assert await server.noted() == [
        ("access.denied", who, {"namespace": "default", "reason": reason})
    ]


async def test_b076_g_ten_megabytes_are_too_much(server):
    status, _text, _headers = await server.ask(b"x" * 10_000_000)
    assert status == 413
    assert [event for event, _who, _facts in await server.noted()] == ["access.denied"]


async def test_b076_g_refusals_by_the_thousand_fill_no_audit(server):
    for _ in range(20):
        assert (await server.ask(b"", Authorization=None))[0] == 401
    assert len(await server.noted()) == 1


async def test_a_foreign_page_gets_no_preflight_and_ours_does(server):
    ours = {"Origin": UI, "Access-Control-Request-Method": "POST"}
    async with server.session.options(f"{server.url}/decode", headers=ours) as answer:
        assert answer.status == 204
        assert answer.headers["Access-Control-Allow-Origin"] == UI
        assert "X-Namespace" in answer.headers["Access-Control-Allow-Headers"]
    foreign = ours | {"Origin": "https://evil.example"}
    async with server.session.options(f"{server.url}/decode", headers=foreign) as answer:
        assert answer.status == 403
        assert "Access-Control-Allow-Origin" not in answer.headers


async def test_nothing_is_shown_while_the_audit_cannot_be_written(mute_server):
    status, text, _headers = await mute_server.ask(await sealed())
    assert (status, json.loads(text)) == (503, {"refused": "audit"})


async def test_a_refusal_stands_even_while_the_audit_cannot_be_written(mute_server):
    assert (await mute_server.ask(b"", Authorization=None))[0] == 401


@pytest.mark.parametrize("body", [b"", b"no json", b"\xff", b"[3]", b'{"payloads": 3}'])
async def test_what_is_no_list_of_payloads_is_a_bad_request(server, body):
    assert (await server.ask(body))[0] == 400


async def test_a_payload_of_an_unknown_key_is_named_not_shown(server):
    foreign = await payload_codec(parse_keyring(new_key())).encode([Payload(data=b"x")])
    metadata = {k: base64.b64encode(v).decode() for k, v in foreign[0].metadata.items()}
    one = {"metadata": metadata, "data": base64.b64encode(foreign[0].data).decode()}
    status, text, _headers = await server.ask({"payloads": [one]})
    assert (status, json.loads(text)) == (422, {"refused": "KeyUnknown"})


async def test_there_is_no_way_to_seal_here(server):
    async with server.session.post(f"{server.url}/encode", headers=ASK, data=b"{}") as answer:
        assert answer.status == 404


async def test_machines_may_ask_whether_it_lives(server):
    async with server.session.get(f"{server.url}/healthz") as answer:
        assert (answer.status, await answer.json()) == (200, {"status": "ok"})


# --- settings ---


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def settings_of(tmp_path, port: int) -> Settings:
    return Settings(
        bot=BotSettings(dangerously_allow_anonymous=True),
        temporal=TemporalSettings(keyring=SecretStr(KEY)),
        zoho=ZohoSettings(),
        storage=StorageSettings(data_dir=tmp_path),
        catalogue=CatalogueSettings(),
        files=FileSettings(),
        policy=PolicySettings(),
        telemetry=TelemetrySettings(),
        ops=OpsSettings(),
        codec=CodecSettings(port=port, tokens=SecretStr("lena:t-lena"), origins=f"{UI}/, "),
        timeouts=TimeoutSettings(),
        committee=CommitteeSettings(),
        lane=LaneSettings(),
        webhooks=WebhookSettings(),
    )


async def test_the_process_serves_until_it_is_stopped(tmp_path):
    port = free_port()
    task = asyncio.create_task(run(settings_of(tmp_path, port)))
    async with ClientSession() as session:
        for _ in range(100):
            await asyncio.sleep(0.05)
            try:
                url = f"http://127.0.0.1:{port}/decode"
                async with session.post(url, json=await sealed(), headers=ASK) as answer:
                    assert answer.status == 200
                break
            except OSError:
                continue
        else:
            pytest.fail("it never answered")
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_a_taken_port_says_which_setting_to_change(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SettingsError, match="DESK_CODEC_PORT"):
            await run(settings_of(tmp_path, taken.getsockname()[1]))


async def test_a_database_that_cannot_be_used_is_not_served(tmp_path):
    (tmp_path / "desk.db").mkdir()
    with pytest.raises(StoreUnavailable):
        await run(settings_of(tmp_path, free_port()))
