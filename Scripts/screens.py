#!/usr/bin/env python3
"""Presses random keys in two shells at once, one that paints colours and the ghost while typing and one that does not, and
compares their screens after each: they must be the same but for the ghost behind the line.

usage: screens.py [--count N] [--seed N] [--program PATH] [--reduce]

Needs pyte (pip). What differs is printed with the keys that led to it.
"""
import argparse, fcntl, os, pty, random, select, signal, struct, sys, tempfile, termios, time

import pyte
from pyte.modes import DECAWM  # noqa: F401

SETUP = "x = Input(40,30,3); y = Input(9,9,1); c = Conv2D(4, 3); c1 = c(x)"
PLAIN = "%set ghost off\n%set highlight off\n"
INPUTRCS = ["", "set editing-mode vi\nset show-mode-in-prompt on\n", "set enable-bracketed-paste off\nset blink-matching-paren off\n"]
TEXTS = [
    "Conv2D(8, 3", ")(x)", "c2 = Conv2D(64, (3, 3), padding='same')(c1)", "Conv2D(2, 9)(y", "x + 1", "c(x)", "MaxPooling2D()(x)",
    "Conv2D(8, 12)(y)", "(", ")", "[", "]", "{", "'", '"', "é", "卷积", "日本語テキスト", "👍", "for i in range(3):", "    ", "1/0", "%who",
    "padding=", "3.14", "# comment", ";", "\\", "concatenate([x, x])", "ops.mean(x, axis=1)", "Dense(7)(x)" * 4, "\t",
]
ESCAPES = ["\x1b" + e for e in ("[A", "[A", "[B", "[C", "[D", "[D", "[H", "[F", "[3~", "[5~", "[6~", "[1;5C", "[1;5D", "b", "f", "d", "t", "u", "0", "3", ".", "r")]
CONTROLS = [chr(c) for c in range(1, 32) if c not in (0x03, 0x04, 0x13, 0x1A, 0x1B, 0x1C, 0x0D, 0x0A, 0x16, 0x11, 0x0F)] + ["\x7f", "\x7f", "\x08", "\x03"]


class Shell:
    def __init__(self, program, rows, columns, inputrc, paints):
        self.home = tempfile.mkdtemp()
        with open(self.home + "/inputrc", "w") as file:
            file.write(inputrc)
        environment = {
            "PAGER": "cat", "HOME": self.home, "TERM": "xterm-256color", "LANG": "C.UTF-8", "INPUTRC": self.home + "/inputrc", "PATH": os.environ["PATH"],
        }
        self.descriptor, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.pid = os.fork()
        if self.pid == 0:
            os.login_tty(terminal)
            os.execve(program, [program, "--quiet", "-i", "-c", SETUP if paints else PLAIN + SETUP], environment)
        os.close(terminal)
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)

    def resize(self, rows, columns):
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        lost = max(0, self.screen.lines - rows)
        self.screen.resize(rows, columns)
        # pyte takes rows away at the top and leaves the cursor where it was.
        self.screen.cursor.y = max(0, self.screen.cursor.y - lost)
        self.screen.cursor.x = min(self.screen.cursor.x, columns - 1)

    def send(self, text):
        os.write(self.descriptor, text.encode())

    def read(self, seconds):
        """Reads what comes within some seconds; whether there was anything."""
        if not select.select([self.descriptor], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.descriptor, 65536)
        except OSError:
            data = b""
        if not data:
            raise EOFError("the shell has ended")
        self.stream.feed(data)
        return True

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.descriptor)


def rows(screen):
    """The rows as text; pyte's own `display` fails where half of a wide character was overwritten."""
    return ["".join(screen.buffer[row][column].data for column in range(screen.columns)) for row in range(screen.lines)]


def difference(painted, plain):
    """How two screens differ beside a ghost; None where they do not."""
    if (painted.cursor.x, painted.cursor.y) != (plain.cursor.x, plain.cursor.y):
        return f"cursor {painted.cursor.y},{painted.cursor.x} instead of {plain.cursor.y},{plain.cursor.x}"
    ghosts = 0
    for row, (a, b) in enumerate(zip(rows(painted), rows(plain))):
        if a == b:
            continue
        text = b.rstrip()
        rest = a[len(text):]
        if a.startswith(text) and rest.startswith(" ") and a.rstrip() != text and painted.buffer[row][painted.columns - 1].data == " ":
            ghosts += 1
            if ghosts == 1 and row >= plain.cursor.y:
                continue
        return f"row {row}: {a!r} instead of {b!r}"
    return None


def settle(pair, calm=2):
    """Reads until the two screens agree and nothing has come for a while, or until nothing has come for long."""
    quiet = 0
    while True:
        came = [shell.read(0.004) for shell in pair]
        if any(came):
            quiet = 0
            continue
        quiet += 1
        found = difference(pair[0].screen, pair[1].screen)
        if found is None and quiet >= calm:
            return None
        if quiet > 150:
            return found


def start(program, size, inputrc):
    """The two shells, each at its prompt."""
    pair = [Shell(program, *size, inputrc, paints) for paints in (True, False)]
    for shell in pair:
        while "conv>" not in "".join(rows(shell.screen)):
            shell.read(5)
    return pair


def play(pair, event):
    """Does one thing in both shells; how their screens differ then, None where they do not."""
    try:
        # What was written for the old size and is read after the change would be laid out by the new one.
        if isinstance(event, tuple):
            settle(pair, 40)
        for shell in pair:
            if isinstance(event, tuple):
                shell.resize(*event)
            else:
                shell.send(event)
        # What is typed before a statement has ended is echoed by the terminal, in one of the shells and perhaps not in the other.
        return settle(pair, 30 if "\r" in event else 2)
    except (EOFError, OSError) as error:
        return str(error)


def fails(program, size, inputrc, events):
    """Whether the screens differ at the end, or before."""
    pair = start(program, size, inputrc)
    try:
        return any(play(pair, event) for event in events)
    finally:
        for shell in pair:
            shell.close()


def reduced(program, size, inputrc, events):
    """The events without those that are not needed for the difference."""
    step = max(1, len(events) // 2)
    while True:
        place = 0
        while place < len(events):
            shorter = events[:place] + events[place + step:]
            if fails(program, size, inputrc, shorter):
                events = shorter
            else:
                place += step
        if step == 1:
            return events
        step //= 2


def event(dice, sizes):
    kind = dice.random()
    if kind < 0.04:
        return dice.choice(sizes)
    if kind < 0.14:
        return "".join(chr(dice.randrange(0x20, 0x7F)) for _ in range(dice.randrange(1, 6)))
    if kind < 0.50:
        return dice.choice(TEXTS)
    if kind < 0.60:
        return "\r"
    if kind < 0.80:
        return dice.choice(ESCAPES)
    if kind < 0.97:
        return dice.choice(CONTROLS)
    # Some are taller than the window.
    lines = dice.randrange(1, 4) if dice.random() < 0.8 else dice.randrange(4, 50)
    return "\x1b[200~" + "\r".join(dice.choice(TEXTS) for _ in range(lines)) + "\x1b[201~"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--program", default=".build/debug/convsh")
    parser.add_argument("--reduce", action="store_true", help="print the fewest keys that lead to a difference")
    arguments = parser.parse_args()
    dice = random.Random(arguments.seed)
    sizes = [(24, 80), (24, 80), (40, 120), (10, 40), (8, 20), (24, 133)]
    pair, played, faults, done = None, [], 0, 0
    while done < arguments.count:
        if pair is None:
            size, inputrc = dice.choice(sizes), dice.choice(INPUTRCS)
            pair, played = start(arguments.program, size, inputrc), []
        played.append(event(dice, sizes))
        done += 1
        found = play(pair, played[-1])
        if found or len(played) > 150:
            for shell in pair:
                shell.close()
            pair = None
        if found:
            faults += 1
            keys = reduced(arguments.program, size, inputrc, played) if arguments.reduce else played[-12:]
            print(f"after {done}: {found}\n  {size}, {inputrc!r}, {keys}", flush=True)
    print(f"{done} events, {faults} differences")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
