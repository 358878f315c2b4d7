import base64 as base64


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for data in [b"", b"a", b"ab", b"abc", b"abcd", bytes(range(256)), b"\xff\xfe\xfd", b"\xfb\xef\xbe", b"hello world\n"]:
    print(base64.b64encode(data), base64.urlsafe_b64encode(data), base64.standard_b64encode(data), base64.b64encode(data, b"@#"))
    print(base64.b64decode(base64.b64encode(data)) == data, base64.urlsafe_b64decode(base64.urlsafe_b64encode(data)) == data,
          base64.b64decode(base64.b64encode(data, b"@#").decode(), "@#") == data)
for text in ["YWJj", "YWI=", "YQ==", b"YWJj", "YW Jj\n", "YW*Jj", "YWI", "YQ=", "Y", "YWJjY", "YQ", "=", "====", "YQ==YWJj", "Y=Q==",
             "YWJj=", "YW=Jj", "YQ===", "-_-_", "+/+/", "", "YWI=\n", "YQ=a=", "YR==", "é", 3, None]:
    attempt(lambda: base64.b64decode(text))
    attempt(lambda: base64.b64decode(text, validate=True))
    attempt(lambda: base64.urlsafe_b64decode(text))
attempt(lambda: base64.b64encode("abc"))
attempt(lambda: base64.b64encode(3))
attempt(lambda: base64.b64encode(b"abc", b"x"))
attempt(lambda: base64.b64decode("abc", b"x"))
