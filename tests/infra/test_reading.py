"""`./desk read`: one JSON object per file, whatever the file is."""

import hashlib
import json
import zipfile

import pytest

from activities.workbook.limits import Limits
from infra.reading import hints_of, read_file, refusal_of
from infra.stack import ROOT
from orders.errors import DeskError, SettingsError, UnreadableFile
from tests.support.command import run_desk

SAMPLES = ROOT / "infra" / "samples"
KEYS = {
    "file", "sha256", "outcome", "reason", "orders", "issues", "questions", "members", "seconds",
}  # fmt: skip
ORDER = {
    "sheet", "header_rows", "columns", "cells", "customer", "po_number", "order_date",
    "delivery_date", "currency", "subtotal", "tax", "total", "lines", "issues",
}  # fmt: skip
LINE = {
    "row", "sku", "gtin", "product_name", "quantity", "unit", "unit_price", "discount",
    "line_total", "confidence",
}  # fmt: skip
ISSUE = {"code", "severity", "cells", "message", "question", "candidates"}


def objects(said):
    assert said.returncode == 0, said.stderr
    return [json.loads(line) for line in said.stdout.splitlines()]


def test_the_samples_are_read_in_one_go_one_line_each(tmp_path):
    paths = sorted(SAMPLES.glob("*.xlsx")) + sorted(SAMPLES.glob("*.csv"))
    told = objects(run_desk(tmp_path, "read", *paths, "--json"))
    assert [one["file"] for one in told] == [path.name for path in paths]
    for path, one in zip(paths, told, strict=True):
        assert one.keys() >= KEYS
        assert one["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert one["outcome"] in ("ready", "questions")
        (order,) = one["orders"]
        assert order.keys() >= ORDER
        assert all(line.keys() >= LINE for line in order["lines"])
        kinds = {type(line["quantity"]) for line in order["lines"]}
        assert kinds <= ({str} if one["outcome"] == "ready" else {str, type(None)})
        assert all(issue.keys() >= ISSUE for issue in one["issues"])
    assert list(tmp_path.iterdir()) == []


def test_files_that_are_no_orders_are_refused_with_a_reason_a_person_reads(tmp_path):
    (tmp_path / "noise.xlsx").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "page.xlsx").write_bytes(b"<!doctype html><title>Sign in</title>")
    with zipfile.ZipFile(tmp_path / "other.xlsx", "w") as pack:
        pack.writestr("hello.txt", "hello")
    paths = sorted(tmp_path.iterdir())
    told = objects(run_desk(tmp_path, "read", *paths, "--json"))
    assert [one["outcome"] for one in told] == ["refused"] * len(paths)
    for one in told:
        assert one.keys() >= KEYS
        assert one["orders"] == []
        assert one["reason"]
        assert "Traceback" not in one["reason"]
        assert all(issue.keys() >= ISSUE for issue in one["issues"])


def test_without_json_the_object_is_laid_out_and_explain_draws(tmp_path):
    path = SAMPLES / "brightwater.xlsx"
    laid = run_desk(tmp_path, "read", path)
    assert json.loads(laid.stdout)["outcome"] == "ready"
    assert laid.stdout.count("\n") > 20
    assert "who said what" in run_desk(tmp_path, "read", path, "--explain").stdout
    assert json.loads(run_desk(tmp_path, "read", path, "--explain", "--json").stdout)


def test_what_is_no_file_is_refused_in_its_turn_and_told_by_the_exit_code(tmp_path):
    (tmp_path / "lone.csv").write_text("sku,qty\nA\ud83d-1,2\n", "utf-8", "surrogatepass")
    said = run_desk(
        tmp_path, "read", "nowhere.xlsx", tmp_path, SAMPLES / "karimi.csv", "lone.csv", "--json"
    )
    assert (said.returncode, said.stderr) == (1, "")
    told = [json.loads(line) for line in said.stdout.splitlines()]
    assert [one["reason"] for one in told[:2]] == [
        "The file cannot be opened: it is not there.", "The file cannot be opened: it is a folder.",
    ]  # fmt: skip
    assert told[0]["issues"][0]["code"] == "FILE_NOT_FOUND"
    assert told[2]["outcome"] in ("ready", "questions")
    assert len(told) == 4


def test_a_file_beyond_the_limit_is_refused_with_its_hash_and_without_its_bytes(tmp_path):
    (tmp_path / "huge.csv").write_bytes(b"a,b\n" * 7_000_000)
    (told,) = objects(run_desk(tmp_path, "read", "huge.csv", "--json"))
    assert told["issues"][0]["code"] == "FILE_TOO_LARGE"
    assert told["sha256"] == hashlib.sha256(b"a,b\n" * 7_000_000).hexdigest()


async def test_a_reader_that_stumbles_is_a_refusal_and_no_traceback(tmp_path):
    path = tmp_path / "order.csv"
    path.write_text("sku,qty\nA-1,2\n")
    answer = await read_file(path, None, Limits())
    assert answer.reading.reason == "PARSE_ERROR"
    assert "stumbled over this file (AttributeError)" in answer.said["reason"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "is no JSON catalogue."),
        ("{}", "holds no list of items."),
        ("[1]", "holds no list of items."),
    ],
)
def test_a_bad_catalogue_is_one_sentence(tmp_path, text, sentence):
    path = tmp_path / "catalogue.json"
    path.write_text(text)
    with pytest.raises(SettingsError, match=sentence):
        hints_of(path)
    said = run_desk(tmp_path, "read", SAMPLES / "karimi.csv", "--catalogue", path)
    assert said.returncode == 2
    assert sentence in said.stderr
    assert said.stderr.count("\n") == 1


def test_a_catalogue_of_either_shape_gives_its_codes(tmp_path):
    path = tmp_path / "catalogue.json"
    items = [{"sku": " ab-1 ", "ean": "4006381333931"}, {"sku": "", "gtin": "96385074"}, {}]
    for document in (items, {"items": items}):
        path.write_text(json.dumps(document))
        hints = hints_of(path)
        assert hints.known_skus == {"AB-1"}
        assert hints.known_gtins == {"04006381333931", "00000096385074"}
    assert hints_of(None).known_skus == frozenset()


class OddTrouble(DeskError):
    """Something new."""


def test_every_refusal_has_a_code():
    assert refusal_of(UnreadableFile()).reason == "PARSE_ERROR"
    assert refusal_of(OddTrouble()).reason == "ODD_TROUBLE"
