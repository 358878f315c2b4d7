import struct as struct
for f,v in [("b",200),("B",-1),("h",40000),("H",-1),("i",1<<40),("I",-1),("l",1<<70),("L",-1),("q",1<<70),("Q",-1),("<b",200),("<h",40000),("<H",-1),("<i",1<<40),("<I",-1),("<l",1<<70),("<q",1<<70),("<Q",-1),("i",1.5),("f","x"),("f",1e300),("<f",1e300),("s","x"),("s",3),("i","x"),("c","a"),("c",b"ab"),("z",1),("3",1),("<",1),("ii",1),("<q",1.5),("?",[]),("d",None),("<q","x"),("=l",1<<40),("<B",300),("q",1<<63),("d",10**400),("f",10**400),("Q", 1<<64),("<Q", 1<<64),("<L",1<<32)]:
    try: print(f, v if len(str(v))<30 else 0, struct.pack(f,v))
    except Exception as e: print(f, v if len(str(v))<30 else 0, type(e).__name__, e)
for f,b in [("i",b"a"),("<i",b"abcde"),("z",b""),(">",b""),("",b""),("<i","abcd"),("i",3)]:
    try: print(f, struct.unpack(f,b))
    except Exception as e: print(f, type(e).__name__, e)
for f in ["3","<3","i 3","x","< i","i<","ci","bhi","bq","q0i","3s2xi","0q", "99999999999999999999i", b"i", 3, "=n"]:
    try: print(f, struct.calcsize(f))
    except Exception as e: print(f, type(e).__name__, e)
for mark in ["", "@", "=", "<", ">", "!"]:
    for codes, values in [("bBhHiIlLqQ", (-1, 2, -3, 4, -5, 6, -7, 8, -9, 10)), ("fd", (1.5, -2.25)), ("?c3s2x2h", (1, b"z", b"abcd", 1, 2)),
                          ("5s", (b"ab",)), ("0s", (b"ab",)), ("2i 3B", (1, 2, 3, 4, 5)), ("d", (0.1,)), ("bdb", (1, 2, 3)), ("f", (True,))]:
        data = struct.pack(mark + codes, *values)
        print(mark, codes, data, struct.unpack(mark + codes, data), struct.calcsize(mark + codes))
INF = float("inf")
for x in [0.0, -0.0, 1e-45, 7e-46, 8e-46, 1.1754943e-38, 3.4028234e38, 3.4028235677973366e38, INF, -INF, 0.1, 1 / 3, 5e-324, 2.2250738585072014e-308,
          1.7976931348623157e308, 16777217, 16777219.0, -1e-40, 65504.5]:
    for code in ["<f", ">d", "f"]:
        try:
            data = struct.pack(code, x)
            print(code, x, data, struct.unpack(code, data))
        except Exception as e:
            print(code, x, type(e).__name__, e)
print(struct.unpack("<f", struct.pack("<f", float("nan"))), struct.pack("<d", float("nan")), struct.pack(">f", float("nan")))
print(list(struct.iter_unpack("<h", b"\x01\x00\x02\x00")))
