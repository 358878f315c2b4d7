extension Prelude {
    /// The module `datetime`, as far as scripts name files and measure time by it.
    static let datetimeText = """
        import time as _time
        from keras import _host

        _DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        _MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
                   "December"]


        class timedelta:
            def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
                whole = (days + 7 * weeks) * 86400 + hours * 3600 + minutes * 60 + seconds
                self._micros = round(whole * 1000000 + milliseconds * 1000 + microseconds)

            @property
            def days(self):
                return self._micros // 86400000000

            @property
            def seconds(self):
                return self._micros % 86400000000 // 1000000

            @property
            def microseconds(self):
                return self._micros % 1000000

            def total_seconds(self):
                return self._micros / 1000000

            def __add__(self, other):
                return timedelta(microseconds=self._micros + other._micros)

            def __sub__(self, other):
                return timedelta(microseconds=self._micros - other._micros)

            def __mul__(self, factor):
                return timedelta(microseconds=self._micros * factor)

            __rmul__ = __mul__

            def __truediv__(self, other):
                return self._micros / other._micros if isinstance(other, timedelta) else timedelta(
                    microseconds=self._micros / other)

            def __eq__(self, other):
                return isinstance(other, timedelta) and self._micros == other._micros

            def __lt__(self, other):
                return self._micros < other._micros

            def __gt__(self, other):
                return self._micros > other._micros

            def __hash__(self):
                return hash(self._micros)

            def __str__(self):
                minutes, seconds = divmod(self.seconds, 60)
                text = f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
                if self.days:
                    text = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, {text}"
                return text + (f".{self.microseconds:06d}" if self.microseconds else "")

            def __repr__(self):
                parts = [(name, getattr(self, name)) for name in ("days", "seconds", "microseconds")]
                shown = ", ".join(f"{name}={value}" for name, value in parts if value)
                return f"datetime.timedelta({shown or 0})"


        def _days_before(year, month, day):
            # Years that begin in March, so that the day that some have more is their last.
            year, month = (year - 1, month + 9) if month < 3 else (year, month - 3)
            return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day - 719469


        def _date(days):
            days += 719468
            era, days = divmod(days, 146097)
            year = (days - days // 1460 + days // 36524 - days // 146096) // 365
            days -= 365 * year + year // 4 - year // 100
            month = (5 * days + 2) // 153
            day = days - (153 * month + 2) // 5 + 1
            return era * 400 + year + (month > 9), month + 3 if month < 10 else month - 9, day


        class datetime:
            def __init__(self, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None):
                _host.refuse("datetime", tzinfo=tzinfo)
                self.year, self.month, self.day = year, month, day
                self.hour, self.minute, self.second, self.microsecond = hour, minute, second, microsecond

            @classmethod
            def _of(cls, micros):
                seconds, microsecond = divmod(micros, 1000000)
                days, seconds = divmod(seconds, 86400)
                return cls(*_date(days), seconds // 3600, seconds % 3600 // 60, seconds % 60, microsecond)

            @classmethod
            def now(cls, tz=None):
                _host.refuse("datetime.now", tz=tz)
                return cls.fromtimestamp(_time.time())

            today = now

            @classmethod
            def utcnow(cls):
                return cls._of(round(_time.time() * 1000000))

            @classmethod
            def fromtimestamp(cls, timestamp, tz=None):
                _host.refuse("datetime.fromtimestamp", tz=tz)
                return cls._of(round(timestamp * 1000000) + _host.clock_offset(timestamp) * 1000000)

            def _micros(self):
                days = _days_before(self.year, self.month, self.day)
                return (days * 86400 + self.hour * 3600 + self.minute * 60 + self.second) * 1000000 + self.microsecond

            def timestamp(self):
                seconds = self._micros() / 1000000
                return seconds - _host.clock_offset(seconds)

            def date(self):
                return datetime(self.year, self.month, self.day)

            def weekday(self):
                return (_days_before(self.year, self.month, self.day) + 3) % 7

            def __sub__(self, other):
                if isinstance(other, timedelta):
                    return datetime._of(self._micros() - other._micros)
                return timedelta(microseconds=self._micros() - other._micros())

            def __add__(self, other):
                return datetime._of(self._micros() + other._micros)

            def __eq__(self, other):
                return isinstance(other, datetime) and self._micros() == other._micros()

            def __lt__(self, other):
                return self._micros() < other._micros()

            def __gt__(self, other):
                return self._micros() > other._micros()

            def strftime(self, format):
                weekday = self.weekday()
                parts = {
                    "Y": f"{self.year:04d}", "m": f"{self.month:02d}", "d": f"{self.day:02d}", "H": f"{self.hour:02d}",
                    "M": f"{self.minute:02d}", "S": f"{self.second:02d}", "f": f"{self.microsecond:06d}",
                    "y": f"{self.year % 100:02d}", "B": _MONTHS[self.month - 1], "b": _MONTHS[self.month - 1][:3],
                    "A": _DAYS[weekday], "a": _DAYS[weekday][:3], "I": f"{(self.hour + 11) % 12 + 1:02d}",
                    "p": "AM" if self.hour < 12 else "PM", "%": "%",
                    "j": f"{_days_before(self.year, self.month, self.day) - _days_before(self.year, 1, 1) + 1:03d}"}
                pieces = format.split("%")
                text, place = pieces[0], 1
                while place < len(pieces):
                    piece = pieces[place]
                    if piece == "" and place + 1 < len(pieces):
                        text += "%" + pieces[place + 1]
                        place += 1
                    else:
                        text += parts.get(piece[:1], "%" + piece[:1]) + piece[1:]
                    place += 1
                return text

            def isoformat(self, sep="T"):
                text = self.strftime(f"%Y-%m-%d{sep}%H:%M:%S")
                return text + (f".{self.microsecond:06d}" if self.microsecond else "")

            def __str__(self):
                return self.isoformat(" ")

            def __repr__(self):
                parts = [self.year, self.month, self.day, self.hour, self.minute]
                parts += [self.second] if self.second or self.microsecond else []
                parts += [self.microsecond] if self.microsecond else []
                return f"datetime.datetime({', '.join(str(part) for part in parts)})"
        """

    /// The module `glob`; names come in their order.
    static let globText = """
        import os
        from keras import _host


        def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
            _host.refuse("glob", root_dir=root_dir, dir_fd=dir_fd, include_hidden=include_hidden)
            parts = str(pathname).split("/")
            found = [""]
            if parts[0] == "" and len(parts) > 1:
                found, parts = ["/"], parts[1:]
            for place, part in enumerate(parts):
                found = [path for before in found for path in _inside(before, part, recursive, place + 1 == len(parts))]
            return found


        def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
            return iter(glob(
                pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


        def escape(pathname):
            return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in pathname)


        def _inside(before, part, recursive, is_last):
            if part == "**" and recursive:
                paths = [before] if before or not is_last else []
                for name in _host.folder_names(before or ".") or []:
                    path = os.path.join(before, name) if before else name
                    if name.startswith("."):
                        continue
                    if _host.folder_names(path) is not None:
                        paths += _inside(path, part, recursive, is_last)
                    elif is_last:
                        paths.append(path)
                return paths
            if not any(sign in part for sign in "*?["):
                path = os.path.join(before, part) if before else part
                return [path] if os.path.exists(path or ".") else []
            names = _host.folder_names(before or ".") or []
            kept = [name for name in names if (part.startswith(".") or not name.startswith(".")) and _fits(name, part)]
            return [os.path.join(before, name) if before else name for name in kept]


        def _fits(name, pattern):
            if not pattern:
                return not name
            if pattern[0] == "*":
                return any(_fits(name[start:], pattern[1:]) for start in range(len(name) + 1))
            if not name:
                return False
            if pattern[0] == "[" and "]" in pattern[2:]:
                end = pattern.index("]", 2)
                letters, is_other = pattern[1:end], pattern[1] in "!^"
                letters = letters[1:] if is_other else letters
                known = set(letters)
                for place in range(1, len(letters) - 1):
                    if letters[place] == "-":
                        known |= {chr(code) for code in range(ord(letters[place - 1]), ord(letters[place + 1]) + 1)}
                return (name[0] in known) != is_other and _fits(name[1:], pattern[end + 1:])
            return pattern[0] in ("?", name[0]) and _fits(name[1:], pattern[1:])
        """
}
