"""The bundled orders are what their script makes."""

import io
import zipfile

import pytest

from infra.samples.make import HERE, make_english, make_persian, make_questions


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


@pytest.mark.parametrize(
    ("name", "make"), [("brightwater.xlsx", make_english), ("aftab.xlsx", make_persian)]
)
def test_a_workbook_holds_what_the_script_writes(name, make):
    assert parts((HERE / name).read_bytes()) == parts(make())
    assert make() == make()


def test_the_file_with_questions_is_what_the_script_writes():
    assert (HERE / "karimi.csv").read_bytes() == make_questions()
