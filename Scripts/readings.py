"""What score-references and score-quotations share: readings that keep places and no text."""
import json
import subprocess
from pathlib import Path

CASES = Path(__file__).resolve().parent.parent / "Tests" / "Cases"


def fnv(text):
    """FNV-1a, 64 bits, over the UTF-8 of a text without white space: tells whether a text is the one that was read."""
    value = 0xCBF29CE484222325
    for byte in "".join(text.split()).encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"{value:016x}"


def beside(name, shared, text_of, *command):
    """Each reading of a file of cases beside the record that a command prints of its article, and how many articles no longer read the same."""
    lines = (CASES / name).open(encoding="utf8")
    read = {str(Path(shared) / one["path"]): one for one in map(json.loads, lines)}
    out = subprocess.run([*command, *read], stdout=subprocess.PIPE, text=True).stdout
    pairs = [(read[(record.get("article") or record)["path"]], record) for record in map(json.loads, out.splitlines())]
    same = [(one, record) for one, record in pairs if fnv(text_of(record)) == one["hash"]]
    return same, len(pairs) - len(same)
