import io
import csv as csv


def read(text, **options):
    try:
        print(repr(text), options, list(csv.reader(io.StringIO(text, newline=""), **options)))
    except Exception as e:
        print(repr(text), options, type(e).__name__, e)


def write(rows, **options):
    out = io.StringIO(newline="")
    try:
        csv.writer(out, **options).writerows(rows)
        print(options, repr(out.getvalue()))
    except Exception as e:
        print(options, repr(out.getvalue()), type(e).__name__, e)


for text in ["a,b\n", "a,b", "", "\n", "\n\na\n", "a,\n", ",\n", '"a,b",c\n', '"a""b"\n', '"a\nb",c\n', 'a"b,c\n', '"a"b,c\n',
             '"abc', '"', "a b , c\n", 'x, "y, z"\n', "a\r\nb\r\n", "a\rb\n", "a\r", '"a"\r\n', "\\,x\n", '""\n', '"",""\n', "é,ü\n"]:
    read(text)
    read(text, strict=True, skipinitialspace=True)
read("a;b|c\n", delimiter=";")
read("a\tb\n", dialect="excel-tab")
read("'a,b',c\n", quotechar="'")
read('1,"2",3.5\n', quoting=csv.QUOTE_NONNUMERIC)
read('1,x\n', quoting=csv.QUOTE_NONNUMERIC)
read('"a,b",c\n', quoting=csv.QUOTE_NONE)
read('a\\,b,c\\"d,e\\\nf,g\n', escapechar="\\")
read('"a\\"b",c\n"a\\\nb"\nq\\', escapechar="\\", doublequote=False)
read('"a""b",c\n', doublequote=False)
read("a,b\n", dialect="unix")
for options in [{"delimiter": ""}, {"delimiter": "ab"}, {"delimiter": 3}, {"quoting": 7}, {"quoting": "x"}, {"quotechar": None},
                {"quotechar": "ab"}, {"lineterminator": None}, {"lineterminator": 3}, {"escapechar": 3}, {"foo": 1},
                {"dialect": "nope"}, {"delimiter": None}, {"quotechar": None, "quoting": 0}, {"escapechar": "xx"},
                {"quotechar": 3}]:
    read("a,b\n", **options)
    write([["a", "b"]], **options)
for lines in [[b"a,b"], [3], ["a,b", "c\n", '"x', 'y"']]:
    try:
        print(list(csv.reader(lines)))
    except Exception as e:
        print(type(e).__name__, e)
ROWS = [["a", 1, 2.5, None, True], ["x,y", 'q"r', "new\nline", "cr\rx", " sp "], [""], [], [None, ""], ["a\\b", "'", ";"], ("t",), "str"]
for quoting in range(4):
    write(ROWS, quoting=quoting)
    for row in ROWS:
        write([row], quoting=quoting, escapechar="\\", lineterminator="\n")
        write([row], quoting=quoting, escapechar="\\", doublequote=False, quotechar="'", delimiter=";")
        write([row], quoting=quoting, doublequote=False)
        write([row], quoting=quoting, quotechar=None)
write([3])
write([[1.0, 1e20, -3, float("nan"), [1], {"a": 1}]])
write([["a", "b"]], dialect="excel-tab")
r = csv.reader(["a,b\n", '"c\n', 'd"\n', "e\n"])
print(next(r), r.line_num, next(r), r.line_num, r.dialect.delimiter, r.dialect.quoting, list(r), r.line_num)
TABLE = "a,b,c\n1,2,3\n\n4,5\n6,7,8,9\n"
print(list(csv.DictReader(io.StringIO(TABLE))))
print(list(csv.DictReader(io.StringIO(TABLE), restkey="rest", restval="-")))
d = csv.DictReader(io.StringIO(TABLE), fieldnames=["x", "y"])
print(d.fieldnames, next(d), d.line_num, next(d), d.line_num)
d = csv.DictReader(io.StringIO(TABLE.replace(",", ";")), delimiter=";")
print(d.fieldnames, list(d), d.line_num, csv.DictReader([]).fieldnames)
out = io.StringIO()
w = csv.DictWriter(out, ["a", "b"], restval="?", lineterminator="\n")
print(w.writeheader(), w.writerow({"b": 1}), w.writerows([{"a": 1, "b": 2}, {}]))
print(repr(out.getvalue()))
w = csv.DictWriter(out, ["a"], extrasaction="ignore", quoting=csv.QUOTE_ALL)
print(w.writerow({"a": 1, "z": 2}))
for f in [lambda: csv.DictWriter(out, ["a"]).writerow({"a": 1, "z": 2}), lambda: csv.DictWriter(out, ["a"], extrasaction="x"),
          lambda: csv.writer(3), lambda: csv.reader(3), lambda: next(csv.reader([])), lambda: csv.get_dialect("q")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(csv.list_dialects(), csv.field_size_limit(5), csv.field_size_limit())
read("abcdef,g\n")
csv.field_size_limit(131072)
csv.register_dialect("semi", delimiter=";")
read("a;b\n", dialect="semi")
read("a;b,c\n", dialect="semi", delimiter=",")
