"""A disk that keeps only what was synced: what may be on it after a power cut at any moment.

Of a file, everything that was written after its last sync may be there or not, in any order, torn
within a write. Of a folder, every name that was added or removed after its last sync. A file that is
synced has its content on the disk, but not its name. (Local file systems promise more than this.)
"""

import itertools

SECTOR = 512
NAMES_AT_ONCE = 4  # pending changes of names of which all combinations are tried


class Inode:
    def __init__(self, durable=b""):
        self.durable = bytes(durable)
        self.pending = []  # ("write", offset, bytes) or ("size", length), in order

    def sync(self):
        self.durable = content(self.durable, self.pending)
        self.pending = []


def content(durable, operations):
    """What a file holds after these operations. A hole is zeros."""
    data = bytearray(durable)
    for kind, at, *rest in operations:
        if kind == "size":
            data = data[:at] + bytes(max(0, at - len(data)))
            continue
        end = at + len(rest[0])
        data += bytes(max(0, end - len(data)))
        data[at:end] = rest[0]
    return bytes(data)


class Disk:
    def __init__(self):
        self.live = {}  # name -> Inode, as programs see it
        self.durable = {}  # name -> Inode, as after a power cut
        self.pending = []  # (name, Inode or None), in order

    def set_name(self, name, inode):
        self.pending.append((name, inode))
        if inode is None:
            del self.live[name]
        else:
            self.live[name] = inode

    def sync_names(self):
        self.durable = dict(self.live)
        self.pending = []

    def sync_all(self):
        for inode in self.live.values():
            inode.sync()
        self.sync_names()

    def folders(self):
        """The possible sets of names: each late change made or lost."""
        certain = self.pending[:-NAMES_AT_ONCE]
        open_ones = self.pending[-NAMES_AT_ONCE:]
        for kept in itertools.product([True, False], repeat=len(open_ones)):
            names = dict(self.durable)
            for name, inode in certain + [change for change, keep in zip(open_ones, kept) if keep]:
                if inode is None:
                    names.pop(name, None)
                else:
                    names[name] = inode
            yield names

    def states(self, rng, count):
        """About `count` of the possible contents of the disk now: {name: bytes}."""
        folders = list(self.folders())
        for names in folders:
            pending = [(inode, operation) for inode in set_of(names.values())
                       for operation in inode.pending]
            for kept in subsets(rng, pending, max(2, count // len(folders))):
                yield {name: content(inode.durable, [op for owner, op in kept if owner is inode])
                       for name, inode in names.items()}


def set_of(inodes):
    """Each once, in a stable order."""
    return list({id(inode): inode for inode in inodes}.values())


def subsets(rng, pending, count):
    """Which of the pending operations reached the disk: the extremes first, then by chance."""
    yield pending
    if not pending:
        return
    yield []
    ways = [lost_one, only_one, cut_off, some, some_sectors, some_sectors]
    for turn in range(count - 2):
        yield ways[turn % len(ways)](rng, pending)


def lost_one(rng, pending):
    at = rng.randrange(len(pending))
    return pending[:at] + size_of_lost(rng, [pending[at]]) + pending[at + 1:]


def only_one(rng, pending):
    return [pending[rng.randrange(len(pending))]]


def cut_off(rng, pending):
    """In order up to a moment within one write, to the byte."""
    at = rng.randrange(len(pending))
    inode, operation = pending[at]
    if operation[0] != "write":
        return pending[:at]
    torn = operation[2][:rng.randrange(len(operation[2]) + 1)]
    return pending[:at] + ([(inode, ("write", operation[1], torn))] if torn else [])


def some(rng, pending):
    share = rng.random()
    kept = []
    for one in pending:
        kept += [one] if rng.random() < share else size_of_lost(rng, [one])
    return kept


def some_sectors(rng, pending):
    share = rng.random()
    kept = []
    for one in pending:
        kept += [piece if rng.random() < share else None for piece in sectors(one)]
    return [piece for piece in kept if piece]


def sectors(one):
    inode, operation = one
    if operation[0] != "write":
        return [one]
    _, at, data = operation
    cuts = [0, *range(SECTOR - at % SECTOR, len(data), SECTOR), len(data)]
    return [(inode, ("write", at + begin, data[begin:end]))
            for begin, end in zip(cuts, cuts[1:])]


def size_of_lost(rng, lost):
    """A write that is lost may still have made its file longer, with zeros."""
    grown = []
    for inode, operation in lost:
        if operation[0] == "write" and rng.random() < 0.25:
            end = operation[1] + len(operation[2])
            if end > len(inode.durable):
                hole = max(operation[1], len(inode.durable))
                grown.append((inode, ("write", hole, bytes(end - hole))))
    return grown
