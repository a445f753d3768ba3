"""All hard files, by their builders."""

from collections.abc import Iterable
from dataclasses import replace

import hard_columns
import hard_layouts
import hard_pairs
import hard_shapes
import hard_texts
import hard_traps
import hard_values
import hard_worlds
from hard import HardCase, make_case

BUILDERS = [
    build
    for module in (
        hard_layouts,
        hard_columns,
        hard_pairs,
        hard_values,
        hard_texts,
        hard_worlds,
        hard_traps,
        hard_shapes,
    )
    for build in module.BUILDERS
]


def make_hard(seeds: Iterable[int], *, held_out: bool) -> list[HardCase]:
    """Every builder's file for each of these seeds."""
    return [
        replace(make_case(build, seed), held_out=held_out) for seed in seeds for build in BUILDERS
    ]
