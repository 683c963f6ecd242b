"""Where the running kernel keeps members of its structures, read from its own type information (BTF)."""

import struct
from array import array

PATH = "/sys/kernel/btf/vmlinux"
HEADER = "<HBBIIIII"
MAGIC = 0xEB9F
STRUCT, UNION, ENUM, CONST_LIKE = 4, 5, 6, (8, 9, 10, 11, 18)  # the last: typedef, volatile, const, restrict, tag

# Words that follow the three of every type, by kind: as such, and for each of its members.
EXTRA = {1: (1, 0), 3: (3, 0), 4: (0, 3), 5: (0, 3), 6: (0, 2), 13: (0, 2), 14: (1, 0), 15: (0, 3), 17: (1, 0), 19: (0, 3)}


class Btf:
    def __init__(self):
        with open(PATH, "rb") as file:
            data = file.read()
        magic, _, _, header, types, length, strings, size = struct.unpack_from(HEADER, data)
        if magic != MAGIC:
            raise OSError("no type information in " + PATH)
        self.words = array("I")
        self.words.frombytes(data[header + types : header + types + length])
        self.strings = data[header + strings : header + strings + size]
        self.index, self.named = self._read()

    def _read(self):
        """Position of each type, which are numbered from 1, and of structures and enumerations by name."""
        words, index, named, at = self.words, array("I", [0]), {}, 0
        fixed = [3 + EXTRA.get(kind, (0, 0))[0] for kind in range(32)]
        member = [EXTRA.get(kind, (0, 0))[1] for kind in range(32)]
        while at < len(words):
            index.append(at)
            info = words[at + 1]
            kind = info >> 24 & 31
            if kind == STRUCT or kind == ENUM:
                named[words[at]] = at
            at += fixed[kind] + member[kind] * (info & 0xFFFF)
        return index, named

    def _text(self, offset):
        return self.strings[offset : self.strings.index(b"\0", offset)].decode()

    def _kind(self, at):
        return self.words[at + 1] >> 24 & 31

    def _find(self, name):
        offset = self.strings.find(b"\0" + name.encode() + b"\0") + 1
        if offset not in self.named:
            raise OSError("the kernel has no type " + name)
        return self.named[offset]

    def _resolved(self, number):
        at = self.index[number]
        while self._kind(at) in CONST_LIKE:
            at = self.index[self.words[at + 2]]
        return at

    def _members(self, at):
        """(name, type, offset in bytes), anonymous structures and unions unfolded."""
        bits = 0xFFFFFF if self.words[at + 1] >> 31 else 0xFFFFFFFF
        for member in range(self.words[at + 1] & 0xFFFF):
            name, kind, offset = self.words[at + 3 + 3 * member : at + 6 + 3 * member]
            offset = (offset & bits) // 8
            if name:
                yield self._text(name), kind, offset
            elif self._kind(self._resolved(kind)) in (STRUCT, UNION):
                for inner, inner_kind, inner_offset in self._members(self._resolved(kind)):
                    yield inner, inner_kind, offset + inner_offset

    def offset(self, structure, *path):
        """Offset of a member, or of a member of a member, from the start of a structure."""
        at, total = self._find(structure), 0
        for step in path:
            kind, offset = next((k, o) for name, k, o in self._members(at) if name == step)
            at, total = self._resolved(kind), total + offset
        return total

    def enumeration(self, name):
        at = self._find(name)
        values = self.words[at + 3 : at + 3 + 2 * (self.words[at + 1] & 0xFFFF)]
        return {value: self._text(text) for text, value in zip(values[::2], values[1::2])}
