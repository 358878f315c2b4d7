import Testing

@Suite struct BytesTests {
    @Test func bytesAreNumbersThatShowAsText() {
        #expect(
            printed(by: #"b = b'a\x00\'"\n' b"z"; print(b, len(b), b[0], b[1:3], list(b[-2:]), b + b'!', b'ab' * 2)"#)
                == #"b'a\x00\'"\nz' 6 97 b"\x00'" [10, 122] b'a\x00\'"\nz!' b'abab'"# + "\n")
    }

    @Test func textsAreEncodedAndDecoded() {
        #expect(
            printed(
                by:
                    "print('é'.encode(), 'é'.encode('latin-1'), b'\\xc3\\xa9'.decode(), b'\\xff'.decode('utf-8', 'replace'))"
            )
                == #"b'\xc3\xa9' b'\xe9' é "# + "\u{FFFD}\n")
    }

    @Test(arguments: [
        (
            "b'\\xff'.decode()",
            "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"
        ),
        (
            "b'a\\xe2\\x82'.decode()",
            "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 1-2: unexpected end of data"
        ),
        (
            "'é'.encode('ascii')",
            "UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)"
        ),
        ("'a'.encode('x')", "LookupError: unknown encoding: x"),
        ("bytes('a')", "TypeError: string argument without an encoding"),
        ("bytes([256])", "ValueError: bytes must be in range(0, 256)"),
        ("b'a'[1]", "IndexError: index out of range"), ("b'a' + 'b'", "TypeError: can't concat str to bytes"),
        ("'a' in b'a'", "TypeError: a bytes-like object is required, not 'str'"),
        ("b'é'", "SyntaxError: bytes can only contain ASCII literal characters"),
        ("b'a' 'b'", "SyntaxError: cannot mix bytes and nonbytes literals"),
        ("(256).to_bytes(1, 'big')", "OverflowError: int too big to convert"),
    ])
    func errorsArePythons(code: String, error: String) {
        #expect(printed(by: code) == error)
    }

    @Test func bytesAreKeysAndComparable() {
        #expect(
            printed(by: "print({b'a': 1}[b'a'], b'a' == 'a', b'a' < b'b', 97 in b'a', b'' in b'a')")
                == "1 False True True True\n")
    }

    @Test func numbersBecomeBytesAndBack() {
        #expect(
            printed(
                by: "print((258).to_bytes(3, 'little'), (-2).to_bytes(2, 'big', signed=True), "
                    + "int.from_bytes(b'\\xfe\\xff', 'little', signed=True), int.from_bytes(b'\\x01' * 9, 'big'))")
                == #"b'\x02\x01\x00' b'\xff\xfe' -2 18519084246547628289"# + "\n")
    }

    @Test func partsAreFoundAndCut() {
        #expect(
            printed(
                by:
                    "print(b'a-b-a'.split(b'-'), b'aba'.rfind(b'a'), b' x '.strip(), b'aa'.replace(b'a', b'bc'), b','.join([b'1', b'2']))"
            )
                == "[b'a', b'b', b'a'] 2 b'x' b'bcbc' b'1,2'\n")
    }
}
