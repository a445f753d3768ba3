"""Short forms and translations mean the same; words of firms tell little."""

from orders.shorthand import is_common, is_filler, mean_the_same


def test_short_forms_and_translations_mean_the_same():
    for one, other in (("intl", "international"), ("بازرگانی", "trading"), ("grn", "green")):
        assert mean_the_same(one, other)
        assert mean_the_same(other, one)
    for one, other in (("shop", "store"), ("red", "green"), ("river", "river")):
        assert not mean_the_same(one, other)


def test_words_of_firms_tell_little_and_words_of_goods_tell():
    assert is_common("trading")
    assert not is_common("green")
    assert is_filler("the")
    assert not is_filler("trading")
