"""Plays a trace of system calls onto the model of a disk."""

import os
import re

import tracing
from disk import Inode

CALLS = ("openat,open,creat,close,write,writev,pwrite64,pwritev,pwritev2,ftruncate,truncate,fsync,"
         "fdatasync,sync_file_range,unlink,unlinkat,link,linkat,rename,renameat,renameat2,"
         "fallocate,copy_file_range,sendfile,dup,dup2,dup3")
STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def bytes_of(quoted):
    return bytes.fromhex(quoted.replace("\\x", ""))


def prefix(output):
    return ["strace", "-f", "-qq", "-xx", "-s", "100000000", "--seccomp-bpf", "-o", output,
            "-e", "trace=" + CALLS]


class Replay:
    """One process' calls, one after the other. Yields after each that changed the disk."""

    def __init__(self, disk, folder):
        self.disk, self.folder = disk, folder
        self.files = {}  # descriptor -> Inode, or the folder
        self.acknowledged = False

    def moments(self, trace):
        for call in tracing.calls_of(trace):
            if call.result is not None and call.result >= 0 and self.play(call):
                yield call

    def play(self, call):
        """True where it changed what the disk may hold, or what was promised."""
        if call.name in ("openat", "open", "creat"):
            return self.open(call)
        if call.name in ("unlink", "unlinkat", "link", "linkat", "rename", "renameat", "renameat2"):
            return self.rename(call)
        descriptor = re.match(r"\d+", call.arguments)
        descriptor = int(descriptor[0]) if descriptor else None
        if descriptor == 1 and call.name == "write":
            self.acknowledged = True
            return True
        inode = self.files.get(descriptor)
        if inode is None:
            return False
        if call.name == "close":
            del self.files[descriptor]
            return False
        return self.change(call, inode)

    def change(self, call, inode):
        if call.name in ("fsync", "fdatasync"):
            if inode is self.folder:
                self.disk.sync_names()
            else:
                inode.sync()
        elif call.name == "pwrite64":
            data = bytes_of(STRING.search(call.arguments)[1])[:call.result]
            inode.pending.append(("write", int(call.arguments.rsplit(", ", 1)[1]), data))
        elif call.name == "ftruncate":
            inode.pending.append(("size", int(call.arguments.rsplit(", ", 1)[1])))
        else:
            raise AssertionError(f"the model does not know {call.name} on a file of the journal")
        return True

    def name_of(self, quoted):
        """The name within our folder; None elsewhere, and for what holds no data."""
        folder, name = os.path.split(bytes_of(quoted).decode())
        return name if folder == self.folder and not name.endswith("-lock") else None

    def open(self, call):
        quoted = STRING.search(call.arguments)[1]
        self.files.pop(call.result, None)
        if bytes_of(quoted).decode() == self.folder:
            self.files[call.result] = self.folder
            return False
        name = self.name_of(quoted)
        if name is None:
            return False
        is_new = name not in self.disk.live
        if is_new:
            self.disk.set_name(name, Inode())
        self.files[call.result] = self.disk.live[name]
        if "O_TRUNC" in call.arguments and not is_new:
            raise AssertionError("the model does not know O_TRUNC")
        return is_new

    def rename(self, call):
        names = [self.name_of(quoted) for quoted in STRING.findall(call.arguments)]
        if not any(names):
            return False
        if call.name.startswith("unlink"):
            self.disk.set_name(names[0], None)
        else:
            inode = self.disk.live[names[0]]
            if call.name.startswith("rename"):
                self.disk.set_name(names[0], None)
            self.disk.set_name(names[1], inode)
        return True
