"""The map names every module, and says when it is out of date."""

from infra.map import ROOT, draw_map, main
from tests.architecture.tree import plant


def test_the_map_is_current():
    assert main(["--check"], ROOT) == 0


def test_the_map_names_rooms_packages_and_modules(tmp_path):
    plant(
        tmp_path,
        {
            "orders/__init__.py": '"""Room: orders. What is true."""',
            "orders/sheet.py": '"""A grid | its table."""\nx = 1\n',
            "orders/words/__init__.py": '"""Words."""',
        },
    )
    drawn = draw_map(tmp_path)
    assert "## orders\n\nRoom: orders. What is true.\n" in drawn
    assert "| `sheet` | A grid \\| its table. |" in drawn
    assert "### orders.words\n\nWords.\n" in drawn


def test_a_planted_change_is_found(tmp_path, capsys):
    plant(tmp_path, {"orders/sheet.py": '"""A grid."""', "docs/keep": ""})
    assert main([], tmp_path) == 0
    assert main(["--check"], tmp_path) == 0
    plant(tmp_path, {"orders/order.py": '"""An order."""'})
    assert main(["--check"], tmp_path) == 1
    assert "python -m infra.map" in capsys.readouterr().out
