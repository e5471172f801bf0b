#!/usr/bin/env python3
"""Verifies the trail, or that one entry is on it, without the desk: see docs/trail.md.

verify-trail.py trail.jsonl [ROOT ...]    an export; each ROOT was published or kept, and must be one of its checkpoints
verify-trail.py proof.json [ROOT]         a proof of one entry; ROOT must be that of its checkpoint
verify-trail.py seal.json [ROOT]          a proof that the trail was only added to; ROOT must be that of its earlier checkpoint
"""
import hashlib, json, sys


def sha256(*parts): return hashlib.sha256(b"".join(parts)).digest()
def leaf(text): return sha256(b"\0", text)
def node(left, right): return sha256(b"\1", left, right)
def canonical(value): return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def verify_export(lines):
    edge, size, number, previous, roots = [], 0, 0, None, set()  # edge: complete subtrees, (leaves, hash)
    erasable = set()  # entries with personal values
    for at, text in enumerate((line.rstrip(b"\n") for line in lines), 1):
        value = json.loads(text)
        if "root" in value:
            root = edge[-1][1]
            for _, left in reversed(edge[:-1]):
                root = node(left, root)
            number += 1
            if (value["number"], value["size"], value["previous"], value["root"]) != (number, size, previous, root.hex()):
                sys.exit(f"Line {at}: checkpoint {value['number']} is not of the lines before it")
            previous, covered = sha256(text).hex(), size
            roots.add(root.hex())
        else:
            edge.append((1, leaf(text)))
            size += 1
            if value["kind"] == "personal.erased":
                for entry in set(value["facts"].get("entries", [])) - erasable:
                    sys.exit(f"Line {at}: entry {entry} is erased, and does not stand before")
            if value["personal"]:
                erasable.add(str(value["id"]))
            while len(edge) > 1 and edge[-2][0] == edge[-1][0]:
                (half, left), (_, right) = edge[-2:]
                edge[-2:] = [(2 * half, node(left, right))]
    if size and (not number or covered != size):
        sys.exit("The file ends before the checkpoint of its last entries")
    return f"{size} entries fit {number} checkpoints", roots


def verify_proof(proof):
    place, last, digest = proof["place"], proof["checkpoint"]["size"] - 1, leaf(canonical(proof["entry"]))
    for other in map(bytes.fromhex, proof["path"]):
        if last == 0:
            sys.exit("The path is too long")
        if place & 1 or place == last:
            digest = node(other, digest)
            while place and not place & 1:
                place, last = place >> 1, last >> 1
        else:
            digest = node(digest, other)
        place, last = place >> 1, last >> 1
    root = proof["checkpoint"]["root"]
    if last != 0 or digest.hex() != root:
        sys.exit(f"Entry {proof['entry']['id']} is not in checkpoint {proof['checkpoint']['number']}")
    return f"Entry {proof['entry']['id']} is in checkpoint {proof['checkpoint']['number']}", {root}


def verify_consistency(proof):
    earlier, later, path = proof["earlier"], proof["checkpoint"], [bytes.fromhex(other) for other in proof["path"]]
    place, last = earlier["size"] - 1, later["size"] - 1
    if 0 <= place < last:
        while place & 1:
            place, last = place >> 1, last >> 1
        if place == 0:  # the earlier tree is a complete subtree, and its root not in the path
            path.insert(0, bytes.fromhex(earlier["root"]))
        before = after = path[0] if path else b""
        for other in path[1:]:
            if last == 0:
                sys.exit("The path is too long")
            if place & 1 or place == last:
                before, after = node(other, before), node(other, after)
                while place and not place & 1:
                    place, last = place >> 1, last >> 1
            else:
                after = node(after, other)
            place, last = place >> 1, last >> 1
        fits = last == 0 and (before.hex(), after.hex()) == (earlier["root"], later["root"])
    else:
        fits = place == last >= 0 and not path and earlier == later
    if not fits:
        sys.exit(f"Checkpoint {later['number']} does not continue checkpoint {earlier['number']}")
    return f"Checkpoint {later['number']} continues checkpoint {earlier['number']}", {earlier["root"]}


with open(sys.argv[1], "rb") as file:
    first = file.readline()
    one = json.loads(first) if first.strip() else {}
    verify = verify_consistency if "earlier" in one else verify_proof if "path" in one else None
    said, roots = verify(one) if verify else verify_export([first, *file] if one else [])
for kept in sys.argv[2:]:
    if kept not in roots:
        sys.exit(f"{said}, but no checkpoint has the root {kept}")
print(said)
