"""A second verifier of the audit that imports nothing of the desk: the format outlives its code.

Usage: python independent.py desk.db anchors.jsonl  (exit 0 intact, 1 tampered, 2 could not tell)
"""

import hashlib
import json
import pathlib
import sqlite3
import sys


def seal(tag, prev, seq, body):
    start = f"order-desk/audit/{tag}/1\0".encode()
    framed = bytes.fromhex(prev) + seq.to_bytes(8, "big") + len(body).to_bytes(8, "big") + body
    return hashlib.sha256(start + framed).hexdigest()


def first_bad(rows, anchors):
    """The number of the first bad record, or 0."""
    prev = hashlib.sha256(b"order-desk/audit/genesis/1\0").hexdigest()
    orders, ts = {}, ""
    marks = "".join(anchor["marks"] for anchor in anchors)
    heads_at = {anchor["count"]: anchor["head"] for anchor in anchors}
    for number, row in enumerate(rows, 1):
        body = json.loads(row["body"])
        tenant = seal("genesis", "", 0, body["tenant_id"].encode())
        seq, head = orders.get(
            row["order_id"], (0, seal("genesis", tenant, 1, body["order_id"].encode()))
        )
        order_hash = seal("order", head, seq + 1, row["body"].encode())
        whole = seal("desk", prev, number, bytes.fromhex(order_hash))
        mark = marks[(number - 1) * 16 : number * 16]
        fits = (
            row["seq"] == number,
            row["order_seq"] == body["sequence"] == seq + 1,
            (row["order_id"], row["key"], row["ts"]) == (body["order_id"], body["key"], body["ts"]),
            (row["order_prev"], row["order_hash"]) == (head, order_hash),
            (row["prev"], row["hash"]) == (prev, whole),
            body["ts"] >= ts,
            not mark or whole.startswith(mark),
        )
        if not all(fits):
            return number
        prev, ts = whole, body["ts"]
        orders[row["order_id"]] = (seq + 1, order_hash)
        if heads_at.get(number, whole) != whole:
            return number
    last = anchors[-1]["count"] if anchors else 0
    return len(rows) + 1 if len(rows) < last else 0


def judge(database, book):
    try:
        lines = pathlib.Path(book).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        lines = []
    anchors = [json.loads(line) for line in lines]
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    rows = connection.execute("SELECT * FROM audit ORDER BY seq").fetchall()
    connection.close()
    bad = first_bad(rows, anchors)
    if bad:
        return 1, bad
    return (0, 0) if rows and anchors else (2, 0)


if __name__ == "__main__":
    sys.exit(judge(*sys.argv[1:])[0])
