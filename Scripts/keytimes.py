#!/usr/bin/env python3
"""Times how long the shell takes to answer a key, in a session that holds a large network.

    Scripts/keytimes.py [--program .build/release/convsh] [--network Scripts/models/resnet50.conv] [--rounds 5]

Types statements key by key in a pseudoterminal and prints, for typing with the preview after the cursor and for TAB, the
median, the 95th percentile and the maximum of the milliseconds between a key and the last byte of its answer.
"""

import argparse, fcntl, os, pty, select, statistics, struct, sys, termios, time

LINES = [
    "Conv2D(64, 3, strides=2, padding='same')(x",
    "y = MaxPooling2D((3, 2), strides=2)(x)",
    "Dense(10, activation='relu')(Flatten()(x))",
    "Conv2D(8, 900)(x)",
    "layers.BatchNormalization(axis=-1, momentum=0.9)(x)",
    "[n * 2 for n in range(10)]",
]
STARTS = ["Conv", "Conv2D(8, 3, ", "Conv2D(8, 3, padding=\"", "keras.layers.", "model.", "%", "from keras import ", "show ", "x."]
CLEAR = b"\x01\x0b"
TAB = b"\t"


class Shell:
    def __init__(self, program):
        self.pid, self.end = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execv(program, [program, "--no-config"])
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def answer(self, data, quiet=0.02, limit=5.0):
        """Sends data; returns the seconds until the last byte that came before a pause, 0 where none came."""
        begin = last = time.perf_counter()
        os.write(self.end, data)
        while True:
            ready, _, _ = select.select([self.end], [], [], quiet)
            now = time.perf_counter()
            if not ready or now - begin > limit:
                return last - begin
            os.read(self.end, 1 << 16)
            last = time.perf_counter()


def report(name, seconds):
    times = sorted(1000 * second for second in seconds if second > 0)
    if not times:
        sys.exit(f"{name}: no key was answered")
    print(
        f"{name:8} {len(times):5} keys   median {statistics.median(times):.2f} ms   "
        f"95 % {times[int(len(times) * 0.95)]:.2f} ms   most {times[-1]:.2f} ms"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=".build/release/convsh")
    parser.add_argument("--network", default="Scripts/models/resnet50.conv")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    shell = Shell(options.program)
    shell.answer(b"", quiet=1)
    shell.answer(f"%run {options.network}\r".encode(), quiet=3, limit=60)
    shell.answer(b"x = Input((72, 14, 3));\r", quiet=0.5)
    typed, completed = [], []
    for _ in range(options.rounds):
        for line in LINES:
            for key in line:
                typed.append(shell.answer(key.encode()))
            shell.answer(CLEAR)
        for start in STARTS:
            shell.answer(start.encode())
            completed.append(shell.answer(TAB))
            shell.answer(CLEAR)
    report("typing", typed)
    report("TAB", completed)
    os.write(shell.end, b"\x04")


if __name__ == "__main__":
    main()
