extension Prelude {
    /// The module `codecs`: bytes as text, and files of a coding.
    static let codecsText = #"""
        """Encodings by name, and files that are opened with one."""
        import base64
        from keras import _host

        __all__ = [
            "BOM", "BOM_UTF8", "BOM_UTF16_BE", "BOM_UTF16_LE", "CodecInfo", "StreamReader", "StreamWriter", "decode",
            "encode", "getdecoder", "getencoder", "getreader", "getwriter", "lookup", "open"]

        BOM_UTF8 = b"\xef\xbb\xbf"
        BOM_LE, BOM_UTF16_LE, BOM_UTF16, BOM = [b"\xff\xfe"] * 4
        BOM_BE, BOM_UTF16_BE = [b"\xfe\xff"] * 2
        BOM_UTF32, BOM_UTF32_LE = [b"\xff\xfe\x00\x00"] * 2
        BOM_UTF32_BE = b"\x00\x00\xfe\xff"

        _NAMES = {
            "utf8": "utf-8", "u8": "utf-8", "utf": "utf-8", "cp65001": "utf-8",
            "ascii": "ascii", "usascii": "ascii", "646": "ascii", "us": "ascii",
            "latin1": "iso8859-1", "latin": "iso8859-1", "l1": "iso8859-1", "iso88591": "iso8859-1", "8859": "iso8859-1",
            "cp819": "iso8859-1", "utf8sig": "utf-8-sig", "hex": "hex", "hexcodec": "hex", "base64": "base64",
            "base64codec": "base64", "rot13": "rot13", "rot_13": "rot13"}
        _open = open


        def _name(encoding):
            plain = encoding.lower().replace("-", "").replace("_", "").replace(" ", "")
            if plain not in _NAMES:
                raise LookupError(f"unknown encoding: {encoding}")
            return _NAMES[plain]


        def _rotated(text):
            small, large = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            turned = dict(zip(small + large, small[13:] + small[:13] + large[13:] + large[:13]))
            return "".join(turned.get(char, char) for char in text)


        def encode(obj, encoding="utf-8", errors="strict"):
            name = _name(encoding)
            if name == "hex":
                return obj.hex().encode("ascii")
            if name == "base64":
                # Lines of 76 characters.
                return b"".join(base64.b64encode(obj[place:place + 57]) + b"\n" for place in range(0, len(obj), 57))
            if name == "rot13":
                return _rotated(obj)
            if not isinstance(obj, str):
                raise TypeError(f"encode() argument 'str' must be str, not {type(obj).__name__}")
            if name == "utf-8-sig":
                return BOM_UTF8 + obj.encode("utf-8", errors)
            return obj.encode("latin-1" if name == "iso8859-1" else name, errors)


        def decode(obj, encoding="utf-8", errors="strict"):
            name = _name(encoding)
            if name == "hex":
                return bytes.fromhex(obj.decode("ascii") if isinstance(obj, bytes) else obj)
            if name == "base64":
                return base64.b64decode(obj.replace(b"\n", b""))
            if name == "rot13":
                return _rotated(obj)
            if isinstance(obj, str):
                raise TypeError("a bytes-like object is required, not 'str'")
            if name == "utf-8-sig":
                return (obj[3:] if obj[:3] == BOM_UTF8 else obj).decode("utf-8", errors)
            return obj.decode("latin-1" if name == "iso8859-1" else name, errors)


        class _Stream:
            def __init__(self, stream, errors="strict"):
                self.stream = stream
                self.errors = errors

            def __getattr__(self, name):
                return getattr(self.stream, name)

            def __enter__(self):
                return self

            def __exit__(self, *error):
                self.stream.close()


        class StreamReader(_Stream):
            """Reads text from a stream of bytes."""

            encoding = "utf-8"

            def read(self, size=-1, chars=-1, firstline=False):
                _host.refuse("read", firstline=firstline)
                if chars is not None and chars >= 0:
                    raise NotImplementedError("StreamReader.read() of so many characters is not implemented")
                data = self.stream.read() if size is None or size < 0 else self.stream.read(size)
                return decode(data, self.encoding, self.errors)

            def readline(self, size=None, keepends=True):
                _host.refuse("readline", size=size)
                line = decode(self.stream.readline(), self.encoding, self.errors)
                return line if keepends else line.rstrip("\r\n")

            def readlines(self, sizehint=None, keepends=True):
                return self.read().splitlines(keepends)

            def __next__(self):
                line = self.readline()
                if not line:
                    raise StopIteration
                return line

            def __iter__(self):
                return self


        class StreamWriter(_Stream):
            """Writes text to a stream of bytes."""

            encoding = "utf-8"

            def write(self, object):
                self.stream.write(encode(object, self.encoding, self.errors))

            def writelines(self, list):
                self.write("".join(list))


        class CodecInfo:
            """The functions and classes of an encoding."""

            def __init__(self, name):
                self.name = name
                self.encode = lambda text, errors="strict": (encode(text, name, errors), len(text))
                self.decode = lambda data, errors="strict": (decode(data, name, errors), len(data))
                self.streamreader = type("StreamReader", (StreamReader,), {"encoding": name})
                self.streamwriter = type("StreamWriter", (StreamWriter,), {"encoding": name})

            def __repr__(self):
                return f"<codecs.CodecInfo object for encoding {self.name} at 0x{id(self):x}>"


        def lookup(encoding):
            return CodecInfo(_name(encoding))


        def getencoder(encoding):
            return lookup(encoding).encode


        def getdecoder(encoding):
            return lookup(encoding).decode


        def getreader(encoding):
            return lookup(encoding).streamreader


        def getwriter(encoding):
            return lookup(encoding).streamwriter


        def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
            if encoding is None:
                return _open(filename, mode)
            _name(encoding)
            # The file is read as bytes, in which the ends of lines stay as they are.
            return _open(filename, mode.replace("b", "").replace("U", ""), encoding=encoding, errors=errors, newline="")
        """#
}
