"""Order files of any kind, opened safely as grids of cells.

`reader` starts a child process with capped memory and time; in it `child` runs `opening`, which
asks `orders.kinds` what the bytes are and hands them to the one reader of that kind: `xlsx`
(with `archive`, `package`, `styles`, `strings`, `worksheet`, `cells` below it), `calamine` for
.xls, .xlsb and .ods, with what `biff`, `binary` and `opendocument` tell beside its values,
`delimited` for text, `pdf` for pages.
"""
