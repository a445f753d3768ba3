"""The corpora by halves: the same each time, never the same file on both sides."""

from infra.bench.corpus import CORPUS, agrees, generated, hard, load


def test_the_halves_share_no_file():
    building = {case.name for case in load(held_out=False, seeds=1)}
    judging = {case.name for case in load(held_out=True, seeds=1)}
    assert building
    assert judging
    assert not building & judging
    assert building == {case.name for case in load(held_out=False, seeds=1)}


def test_each_corpus_has_orders_and_others():
    for cases in (generated(held_out=True, seeds=1), hard(held_out=True, seeds=1)):
        assert len({case.kind for case in cases}) > 1
        assert all(case.held_out for case in cases)
    assert CORPUS.is_dir()


def test_texts_agree_but_for_spaces():
    assert agrees(" Ada  Ltd", "Ada Ltd")
    assert not agrees("1.0", "1")
