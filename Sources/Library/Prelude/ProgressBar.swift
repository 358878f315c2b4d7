extension Prelude {
    /// `keras.utils.Progbar`.
    static let progressBar = #"""
        """Source: the behaviour of keras/src/utils/progbar.py."""
        import math
        import sys
        import time

        import numpy as np


        class Progbar:
            """A bar that shows how far something is.

            Args:
                target: how many steps there are; None where that is not known
                width: how long the bar is
                verbose: 0 for nothing, 1 for a bar, 2 for a line at the end
                interval: the seconds between two lines at least
                stateful_metrics: the names of values that are shown as they are, not their means
                unit_name: what a step is called
            """

            def __init__(
                    self, target, width=20, verbose=1, interval=0.05, stateful_metrics=None, stateless_metrics=None,
                    unit_name="step"):
                if stateful_metrics is not None and stateless_metrics is not None:
                    raise ValueError(
                        "Only one of `stateful_metrics` or `stateless_metrics` can be provided. `stateful_metrics` is used "
                        "to make metrics stateless by default (with an exclusion list), while `stateless_metrics` is used to "
                        "make metrics stateful by default (with an exclusion list).")
                self.target = target
                self.width = width
                self.verbose = verbose
                self.interval = interval
                self.unit_name = unit_name
                self.stateless_metrics = None if stateless_metrics is None else set(stateless_metrics)
                self.stateful_metrics = set(stateful_metrics or ()) if stateless_metrics is None else None
                # Keras writes over the line wherever Python has its posix module: on a terminal and into a file alike.
                self._dynamic_display = True
                self._seen_so_far = 0
                self._values = {}
                self._start = time.time()
                self._last_update = 0
                self._time_after_first_step = None
                self._prev_total_width = 0

            def update(self, current, values=None, finalize=None):
                if finalize is None:
                    finalize = self.target is not None and current >= self.target
                for name, value in values or []:
                    self._take(name, value, current, finalize)
                self._seen_so_far = current
                now = time.time()
                duration = self._estimate_step_duration(current, now)
                if self.verbose == 1:
                    if now - self._last_update < self.interval and not finalize:
                        return
                    self._show_bar(current, finalize, now, duration)
                elif self.verbose == 2 and finalize and self.target:
                    info = f"{self._count(current)} - {now - self._start:.0f}s -{self._format_time(duration, self.unit_name)}"
                    self._write(info + self._shown_values(lambda mean: mean > 0.001) + "\n")
                self._last_update = now

            def add(self, n, values=None):
                self.update(self._seen_so_far + n, values)

            def _take(self, name, value, current, finalize):
                if self.stateful_metrics is not None:
                    is_mean = name not in self.stateful_metrics
                else:
                    is_mean = name in self.stateless_metrics
                if finalize or not is_mean:
                    self._values[name] = [value, 1]
                    return
                steps = max(current - self._seen_so_far, 1)
                total, count = self._values.get(name, [0, 0])
                self._values[name] = [total + value * steps, count + steps]

            def _write(self, message):
                sys.stdout.write(message)
                sys.stdout.flush()

            def _count(self, current):
                digits = int(math.log10(self.target)) + 1
                return f"{current:{digits}d}/{self.target}"

            # The bar, and how many of its characters are codes for colours.
            def _bar(self, current):
                if not self.target or self.target < 0:
                    return f"{current:7d}/Unknown", 0
                full = int(self.width * (current / self.target))
                bar = f"\x1b[1m{self._count(current)}\x1b[0m "
                if full > 0:
                    bar += f"\x1b[32m{'━' * full}\x1b[0m"
                return bar + f"\x1b[37m{'━' * (self.width - full)}\x1b[0m", 26 if full > 0 else 17

            def _remaining(self, current, duration):
                left = duration * (self.target - current)
                if left > 3600:
                    return "%d:%02d:%02d" % (left // 3600, left % 3600 // 60, left % 60)
                return "%d:%02d" % (left // 60, left % 60) if left > 60 else "%ds" % left

            def _show_bar(self, current, finalize, now, duration):
                bar, codes = self._bar(current)
                is_open = self.target is not None and self.target > 0 and not finalize
                when = self._remaining(current, duration) if is_open else f"{now - self._start:.0f}s"
                info = f" \x1b[1m{when}\x1b[0m{self._format_time(duration, self.unit_name)}"
                info += self._shown_values(lambda mean: abs(mean) > 0.001)
                width = len(bar) + len(info) - codes - 8
                start = "\b" * self._prev_total_width + "\r" if self._dynamic_display else "\n"
                rest = " " * max(self._prev_total_width - width, 0)
                self._write(start + bar + info + rest + ("\n" if finalize else ""))
                self._prev_total_width = width

            def _shown_values(self, is_large):
                text = ""
                for name, (total, count) in self._values.items():
                    mean = (total if isinstance(total, float) else np.mean(total)) / max(1, count)
                    text += f" - {name}: {mean:.4f}" if is_large(mean) else f" - {name}: {mean:.4e}"
                return text

            def _format_time(self, time_per_unit, unit_name):
                if time_per_unit >= 1 or time_per_unit == 0:
                    return f" {time_per_unit:.0f}s/{unit_name}"
                if time_per_unit >= 1e-3:
                    return f" {time_per_unit * 1e3:.0f}ms/{unit_name}"
                return f" {time_per_unit * 1e6:.0f}us/{unit_name}"

            # The first step takes longer than the others, and is left out once there are others.
            def _estimate_step_duration(self, current, now):
                if not current:
                    return 0
                if self._time_after_first_step is not None and current > 1:
                    duration = (now - self._time_after_first_step) / (current - 1)
                else:
                    duration = (now - self._start) / current
                if current == 1:
                    self._time_after_first_step = now
                return duration
        """#
}
