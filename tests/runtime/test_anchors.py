"""The books of anchors: alike in every folder, mended after a crash only."""

import pytest

from orders.anchor import Anchor, draw_anchor, write_line
from orders.audit import Reason
from orders.chain import Head
from orders.errors import AnchorsDisagree, SettingsError, StoreUnavailable
from runtime.anchors import AnchorBooks, open_books


@pytest.fixture
def paths(tmp_path):
    return [tmp_path / name / "anchors.jsonl" for name in ("one", "two", "three")]


@pytest.fixture
def books(paths):
    return AnchorBooks([path.parent for path in paths])


def grow(books: AnchorBooks, times: int = 1) -> Anchor:
    for _ in range(times):
        last = books.newest()
        count = last.count if last else 0
        name = f"{count + 1:064x}"
        hour = f"2026-11-21T{count:02}:00:00.000000+00:00"
        anchor = draw_anchor(hour, name, [name], last)
        assert books.append(anchor)
    return anchor


def test_the_note_of_the_end_never_goes_back(books, paths):
    assert books.read().ends == ()
    for seq in (3, 2, 5, 4):
        books.note(Head(seq, f"{seq:064x}"))
    assert books.read().ends == (Head(5, f"{5:064x}"),) * 3
    (paths[0].parent / "newest.json").write_text("[]")
    assert books.read().trouble is Reason.ANCHORS
    with pytest.raises(StoreUnavailable):
        books.note(Head(6, "6"))


def test_every_folder_gets_the_same_lines(books, paths):
    grow(books, 3)
    assert len({path.read_bytes() for path in paths}) == 1
    shelf = books.read()
    assert (len(shelf.anchors), shelf.trouble) == (3, Reason.NONE)


def test_books_that_were_never_written_hold_nothing(books):
    assert books.read().anchors == ()
    assert books.read().trouble is Reason.NO_ANCHOR


def test_a_writer_with_an_outdated_anchor_is_told_to_draw_anew(books):
    first = grow(books)
    late = draw_anchor(first.time, "0" * 64, ["0" * 64], None)
    assert not books.append(late)
    assert len(books.read().anchors) == 1


@pytest.mark.parametrize("torn", [b"", b'{"count":3,"dig'], ids=["a line short", "a torn line"])
@pytest.mark.parametrize("behind", [0, 1, 2])
def test_a_crash_between_two_folders_is_mended_by_the_next_anchor(books, paths, torn, behind):
    grow(books, 3)
    lines = paths[behind].read_bytes().splitlines(keepends=True)
    paths[behind].write_bytes(b"".join(lines[:2]) + torn)
    assert books.read().trouble is Reason.NONE
    assert len(books.read().anchors) == 3
    grow(books)
    assert len({path.read_bytes() for path in paths}) == 1
    assert len(books.read().anchors) == 4


def test_a_crash_at_the_very_first_anchor_is_mended(books, paths):
    grow(books)
    paths[1].unlink()
    assert books.read().trouble is Reason.NO_ANCHOR
    grow(books)
    assert books.read().trouble is Reason.NONE


def test_a_book_cut_by_more_than_a_crash_stays_as_evidence(books, paths):
    grow(books, 3)
    cut = paths[1].read_bytes().splitlines(keepends=True)[0]
    paths[1].write_bytes(cut)
    shelf = books.read()
    assert (len(shelf.anchors), shelf.trouble) == (3, Reason.ANCHORS)
    with pytest.raises(AnchorsDisagree):
        books.append(shelf.anchors[-1])
    assert paths[1].read_bytes() == cut


def test_a_book_that_vanished_is_not_made_again(books, paths):
    grow(books, 3)
    paths[1].unlink()
    assert books.read().trouble is Reason.NO_ANCHOR
    with pytest.raises(AnchorsDisagree):
        books.append(books.read().anchors[-1])
    assert not paths[1].exists()


def test_a_book_with_another_story_is_tampering(books, paths):
    anchor = grow(books, 2)
    other = draw_anchor(anchor.time, "f" * 64, ["f" * 64], books.read().anchors[0])
    first = paths[1].read_bytes().splitlines(keepends=True)[0]
    paths[1].write_bytes(first + write_line(other).encode() + b"\n")
    assert books.read().trouble is Reason.ANCHORS


@pytest.mark.parametrize("junk", [b"no anchor\n", b"\xff\n", b"\n"])
def test_a_book_with_junk_in_it_is_tampering(books, paths, junk):
    grow(books)
    paths[0].write_bytes(junk + paths[0].read_bytes())
    assert books.read().trouble is Reason.ANCHORS
    with pytest.raises(AnchorsDisagree):
        books.append(grow(AnchorBooks([paths[1].parent, paths[2].parent])))


def test_a_writer_reads_on_from_the_line_it_knew(books, paths):
    grow(books, 3)
    first = paths[0].read_bytes().splitlines(keepends=True)[0]
    paths[0].write_bytes(paths[0].read_bytes().replace(first, b"x" * (len(first) - 1) + b"\n"))
    # What lies behind it costs a writer nothing; whoever verifies reads it all.
    assert grow(books) == books.newest()
    assert books.read().trouble is Reason.ANCHORS


def test_a_writer_sees_that_the_line_it_knew_was_exchanged(books, paths):
    grow(books, 2)
    whole = paths[0].read_bytes()
    assert books.newest() is not None
    paths[0].write_bytes(whole[:-9] + b"00000000\n")
    with pytest.raises(AnchorsDisagree):
        books.newest()
    paths[0].write_bytes(whole)
    assert grow(books) == books.newest()


def test_a_folder_that_cannot_be_used_is_a_machine_fault(books, paths):
    paths[0].parent.write_text("a file where a folder should be")
    with pytest.raises(StoreUnavailable):
        grow(books)


def test_one_folder_alone_is_refused(tmp_path):
    for folders in ("one", "one,one", "one,./one", "one,"):
        with pytest.raises(SettingsError, match="two folders"):
            open_books(",".join(str(tmp_path / part) for part in folders.split(",") if part),
                       tmp_path)  # fmt: skip


def test_by_default_one_book_lies_beside_the_data_folder(tmp_path):
    books = open_books("", tmp_path / "data")
    grow(books)
    assert (tmp_path / "data" / "anchors" / "anchors.jsonl").exists()
    assert (tmp_path / "data-anchors" / "anchors.jsonl").exists()


def test_a_folder_that_cannot_be_written_is_one_sentence_at_the_start(tmp_path):
    """Naive: the desk started, and no order could end."""
    (tmp_path / "file").write_text("")
    books = open_books(f"{tmp_path}/a,{tmp_path}/file/b", tmp_path)
    with pytest.raises(SettingsError, match=r"DESK_ANCHOR_DIRS: .*file/b cannot be made"):
        books.prepare()
    open_books(f"{tmp_path}/a,{tmp_path}/b", tmp_path).prepare()
    assert (tmp_path / "b").is_dir()


def test_named_folders_are_used(tmp_path):
    grow(open_books(f"{tmp_path}/a, {tmp_path}/b", tmp_path / "data"))
    assert (tmp_path / "a" / "anchors.jsonl").exists()
    assert (tmp_path / "b" / "anchors.jsonl").exists()
