"""Bytes are written once, wherever they lie."""

import asyncio

import pytest

from orders.errors import RecordMissing, SettingsError, StaleWrite, StoreUnavailable
from runtime.storage.blobs import open_blobs


@pytest.fixture(params=["default", "folder", "memory"])
def blobs(request, tmp_path):
    urls = {"default": "", "folder": f"file://{tmp_path}/a%20b/blobs", "memory": "memory:///"}
    return open_blobs(urls[request.param], tmp_path)


async def test_bytes_come_back(blobs):
    await blobs.put("files/ab", b"PK\x03\x04")
    assert await blobs.get("files/ab") == b"PK\x03\x04"


async def test_the_same_bytes_again_are_fine(blobs):
    await blobs.put("files/ab", b"x")
    await blobs.put("files/ab", b"x")


async def test_other_bytes_under_a_key_are_refused(blobs):
    await blobs.put("files/ab", b"x")
    with pytest.raises(StaleWrite):
        await blobs.put("files/ab", b"y")
    assert await blobs.get("files/ab") == b"x"


async def test_many_writers_of_one_key_have_one_winner(blobs):
    writes = (blobs.put("files/ab", bytes([number])) for number in range(8))
    answers = await asyncio.gather(*writes, return_exceptions=True)
    assert [
        answer for answer in answers if answer is not None and type(answer) is not StaleWrite
    ] == []
    assert answers.count(None) == 1


async def test_a_key_nobody_wrote_is_missing(blobs):
    with pytest.raises(RecordMissing):
        await blobs.get("files/none")


async def test_an_empty_blob_is_a_blob(blobs):
    await blobs.put("files/empty", b"")
    assert await blobs.get("files/empty") == b""


async def test_a_store_that_answers_says_so(blobs):
    await blobs.ping()


async def test_a_key_cannot_leave_the_folder(tmp_path):
    blobs = open_blobs(f"file://{tmp_path}/blobs", tmp_path)
    with pytest.raises(ValueError, match="illegal"):
        await blobs.put("../outside", b"x")
    assert not (tmp_path / "outside").exists()


async def test_blobs_survive_being_opened_again(tmp_path):
    await open_blobs("", tmp_path).put("files/ab", b"x")
    assert await open_blobs("", tmp_path).get("files/ab") == b"x"


async def test_a_folder_that_is_gone_is_a_machine_fault(tmp_path):
    blobs = open_blobs("", tmp_path)
    (tmp_path / "blobs").rmdir()
    (tmp_path / "blobs").write_text("a file where a folder should be")
    with pytest.raises(StoreUnavailable):
        await blobs.put("files/ab", b"x")
    with pytest.raises(StoreUnavailable):
        await blobs.ping()


@pytest.mark.parametrize("url", ["ftp://host/x", "nonsense", "file:///dev/null/x"])
def test_an_address_the_desk_cannot_use_is_a_clear_setting_error(url, tmp_path):
    with pytest.raises(SettingsError, match="DESK_BLOB_URL"):
        open_blobs(url, tmp_path)


@pytest.mark.parametrize("url", ["az://container/desk", "s3://bucket/desk"])
def test_clouds_are_opened_without_being_called(url, tmp_path, monkeypatch):
    monkeypatch.setenv("AZURE_STORAGE_ACCOUNT_NAME", "account")
    monkeypatch.setenv("AWS_REGION", "eu-central-1")
    assert open_blobs(url, tmp_path)
