"""Spreadsheet functions by their number in .xls and .xlsb files."""

from collections.abc import Mapping

FIXED: Mapping[int, tuple[str, int]] = {
    2: ("ISNA", 1), 3: ("ISERROR", 1), 10: ("NA", 0), 20: ("SQRT", 1), 24: ("ABS", 1), 25: ("INT", 1),
    26: ("SIGN", 1), 27: ("ROUND", 2), 30: ("REPT", 2), 31: ("MID", 3), 32: ("LEN", 1), 33: ("VALUE", 1),
    34: ("TRUE", 0), 35: ("FALSE", 0), 38: ("NOT", 1), 39: ("MOD", 2), 48: ("TEXT", 2), 65: ("DATE", 3),
    67: ("DAY", 1), 68: ("MONTH", 1), 69: ("YEAR", 1), 74: ("NOW", 0), 112: ("LOWER", 1),
    113: ("UPPER", 1), 114: ("PROPER", 1), 118: ("TRIM", 1), 128: ("ISNUMBER", 1), 129: ("ISBLANK", 1),
    212: ("ROUNDUP", 2), 213: ("ROUNDDOWN", 2), 221: ("TODAY", 0), 346: ("COUNTIF", 2), 480: ("IFERROR", 2),
}  # fmt: skip
"""Those that always take as many arguments."""
VARIABLE: Mapping[int, str] = {
    0: "COUNT", 1: "IF", 4: "SUM", 5: "AVERAGE", 6: "MIN", 7: "MAX", 28: "LOOKUP", 29: "INDEX", 36: "AND",
    37: "OR", 64: "MATCH", 100: "CHOOSE", 101: "HLOOKUP", 102: "VLOOKUP", 115: "LEFT", 116: "RIGHT",
    120: "SUBSTITUTE", 169: "COUNTA", 183: "PRODUCT", 228: "SUMPRODUCT", 336: "CONCATENATE",
    344: "SUBTOTAL", 345: "SUMIF", 482: "SUMIFS",
}  # fmt: skip
"""Those whose number of arguments stands beside them."""
