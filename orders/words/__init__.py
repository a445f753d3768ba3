"""Header words of each language: one module per language, one table each.

`COLUMNS` maps a field (or a neighbour that only must not mislead) to the words of column headers,
`LABELS` to words of labelled cells beside the table. Words are divided by `|`; a word that starts
with `~` means the field only for want of something better (facts: orders §3), with `~~` only for
want of that, too.
"""
