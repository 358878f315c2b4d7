import string
import re


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(repr(string.capwords("  hello   big WORLD ")), repr(string.capwords("a-bc--d", "-")), string.capwords("x y", sep=" "))
t = string.Template("$who owes ${what}s $$5 to $WHO_2")
print(t.template, t.is_valid(), t.get_identifiers(), string.Template("$b $a ${b} $$").get_identifiers())
print(t.substitute(who="Ann", what="coin", WHO_2=3), t.substitute({"who": 1, "what": 2, "WHO_2": 3}, who="kw"))
print(attempt(t.substitute), attempt(t.substitute, {"who": 1}), t.safe_substitute(who="Bo"), t.safe_substitute({"what": 1}))
bad = string.Template("one\ntwo $ x\n")
print(attempt(bad.substitute), bad.safe_substitute(), bad.is_valid(), bad.get_identifiers())
for text in ("$", "${", "${a", "${a b}", "$1", "a$", "x\n\n$-", "$é", "${}", ""):
    template = string.Template(text)
    print(repr(text), attempt(template.substitute, a=1), template.safe_substitute(a=1), template.is_valid())


class Percent(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


class Braced(string.Template):
    braceidpattern = "[a-z.]+"
    flags = 0


class Own(string.Template):
    pattern = r"(?P<escaped>@@)|@(?P<named>[a-z]+)@|(?P<braced>zzz)|(?P<invalid>@)"


print(Percent("%a_b %% %ab $x").safe_substitute(a_b=1), Percent("%{a_b}").substitute(a_b=2), attempt(Percent("%ab").substitute))
print(Braced("${a.b} $a $Q").safe_substitute({"a.b": 1, "a": 2, "Q": 3}), Own("@x@ @@ @").safe_substitute(x=5))
print(attempt(string.Template("$a").substitute, {}, {}), string.Template.delimiter, Percent.delimiter)
f = string.Formatter()
print(f.format("{} {} {x}", 1, "two", x=3.5), f.format("{1}{0}{1}", "a", "b"), f.format("{{}} }}{{"), f.format(""))
print(f.format("{0[1]} {0[2][k]} {a.real} {a.imag!r:>4}", [1, 2, {"k": 5}], a=7), f.format("{:{}}|{:>{w}}", "a", 5, "b", w=4))
print(f.format("{!r} {!s} {!a}", "é", "é", "é"), f.format("{:,} {:08.3f} {:+d} {:%}", 12345, 3.14159, 3, 0.25))
print(f.vformat("{} {k}", (1,), {"k": 2}), list(f.parse("a{b!r:c{d}}e{{f}}{}")), list(f.parse("plain")), list(f.parse("")))
print(f.get_field("0.real", (5,), {}), f.get_field("a[x]", (), {"a": {"x": 1}}), f.convert_field(3, "r"), f.format_field(3, ">3"))
for text in ("{", "}", "{0", "{!x}", "{a}", "{0}{}", "{}{0}", "{} {}", "{0[a}", "{0.}", "{0!r", "{0!}", "{0!rs}", "{:d}", "{[0]}",
             "{0[0]x}", "{:{:{:{}}}}", "{a{b}}"):
    print(text, attempt(f.format, text, "val"), sep=" -> ")
print(attempt(f.format), attempt(f.vformat, "{}", [1], {}))


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else args[key]

    def check_unused_args(self, used_args, args, kwargs):
        print("used", sorted(map(str, used_args)))


print(Default().format("{a} {b} {}", 1, a=2))
