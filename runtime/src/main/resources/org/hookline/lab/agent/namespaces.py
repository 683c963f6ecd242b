"""Network namespaces that live exactly as long as this process: their names are mounts of its private /run."""

import contextlib
import os
import re
import subprocess

import linux


class CommandFailed(Exception):
    """A command in a namespace ended with an error; the text says where, which and what it said."""


def _file(key):
    """A slash in a key stands for a dot of an interface's name."""
    return "/proc/sys/" + key.replace(".", "\0").replace("/", ".").replace("\0", "/")


class Namespaces:
    def __init__(self, prefix):
        self.prefix = prefix
        self.files = {}
        linux.private_run()
        linux.unshare(linux.CLONE_NEWNET)  # never in the machine's own, and allowed to come back to in a user namespace
        self.home = os.open("/proc/thread-self/ns/net", os.O_RDONLY | os.O_CLOEXEC)

    def full(self, name):
        return self.prefix + name

    def create(self, name):
        path = "/run/netns/" + self.full(name)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDONLY, 0o444))
        linux.unshare(linux.CLONE_NEWNET)
        try:
            linux.mount("/proc/thread-self/ns/net", path, "none", linux.MS_BIND)
            self.files[name] = os.open("/proc/thread-self/ns/net", os.O_RDONLY | os.O_CLOEXEC)
            linux.link_up("lo")
        finally:
            linux.setns(self.home)

    @contextlib.contextmanager
    def inside(self, name):
        """The calling thread is in the namespace; sockets and /proc files it opens belong there."""
        linux.setns(self.files[name])
        try:
            yield
        finally:
            linux.setns(self.home)

    def sysctl(self, name, values):
        """Writes sysctls; a key that this kernel does not have is returned."""
        missing = []
        with self.inside(name):
            for key, value in values.items():
                try:
                    with open(_file(key), "w") as file:
                        file.write(value)
                except FileNotFoundError:
                    missing.append(key)
        return missing

    def read_sysctls(self, name, keys):
        """Values by key, of the keys that this kernel has."""
        values = {}
        with self.inside(name):
            for key in keys:
                with contextlib.suppress(FileNotFoundError):
                    with open(_file(key)) as file:
                        values[key] = file.read().strip()
        return values

    def remove(self, name):
        """Gives a namespace up; what is in it ends."""
        linux.unmount("/run/netns/" + self.full(name))
        os.unlink("/run/netns/" + self.full(name))
        os.close(self.files.pop(name))

    def clear(self):
        """Gives all namespaces up."""
        for name in list(self.files):
            self.remove(name)

    def batch(self, name, tool, lines, timeout):
        """Runs lines of `ip -batch` or `bridge -batch` in a namespace."""
        if lines:
            self.command(name, [tool, "-batch", "-"], timeout, "\n".join(lines) + "\n")

    def start_batch(self, name, tool, lines):
        """Starts lines that the kernel may refuse one by one."""
        with self.inside(name):
            return self._start([tool, "-force", "-batch", "-"]), lines

    @staticmethod
    def finish_batch(process, lines, timeout):
        """The lines that were refused."""
        _, err = process.communicate("\n".join(lines) + "\n", timeout)
        numbers = [int(n) for n in re.findall(r"^Command failed -:(\d+)$", err, re.MULTILINE)]
        return [lines[number - 1] for number in numbers]

    def command(self, name, arguments, timeout, text=None):
        """Runs a tool that speaks netlink or reads /proc; what it printed."""
        with self.inside(name):
            process = self._start(arguments)
        return self.finish(name, arguments, process, timeout, text)

    def start_script(self, name, path):
        """Starts a shell script in a namespace, with a /sys that shows the devices there, as `ip netns exec` gives it."""
        return self._start(["ip", "netns", "exec", self.full(name), "sh", path])

    @staticmethod
    def _start(arguments):
        return subprocess.Popen(
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=linux.die_with_parent,
        )

    def finish(self, name, arguments, process, timeout, text=None):
        try:
            out, err = process.communicate(text, timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            out, err = process.communicate()
            raise CommandFailed("%s: %s did not end within %g s\n%s%s" % (name, " ".join(arguments), timeout, out, err))
        if process.returncode != 0:
            said = (out + err).strip()
            raise CommandFailed("%s: %s ended with %d\n%s" % (name, " ".join(arguments), process.returncode, said))
        return out
