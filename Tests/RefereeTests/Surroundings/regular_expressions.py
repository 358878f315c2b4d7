import random
import re


def shown(match):
    return None if match is None else (match.span(), match.groups(), match.lastindex, match.lastgroup)


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except re.error as error:
        print("re.error", error, error.pos, error.msg)
    except Exception as error:
        print(type(error).__name__, error)


# What scripts do with texts.
print(re.sub(r"\s+", " ", "a  b\t\nc"), re.split(r"[,;]\s*", "a, b;c"), re.findall(r"\d+", "conv2d_3: 14x14"))
print(re.sub(r"(\w+)_(\d+)", r"\2-\g<1>", "conv_1 pool_22"), re.subn("a", lambda m: m.group().upper(), "banana", count=2))
match = re.match(r"(?P<kind>[a-z]+)(?P<number>\d+)?", "block12_conv")
print(match, match["kind"], match.group("number", 0), match.groupdict(), match.start("number"), match.end(), match.expand(r"\g<number>!"))
print(match.re, match.string, match.pos, match.endpos, bool(match), match.lastgroup)
print(re.compile("a+", re.I | re.M), re.compile("x").flags, re.compile(r"(?P<a>.)(.)").groupindex["a"], re.escape("a.b*c d-é"))
pattern = re.compile(r"^b")
print(pattern.search("ab", 1), pattern.match("ab", 1), re.compile("b$").search("abb", 0, 2), pattern == re.compile("^b"))
print([m.span() for m in re.finditer("x*", "axxb")], re.split("(x)|(y)", "axbyc", maxsplit=1), re.split("", "ab"))
print([name for name in ["block1_conv1", "fc1", "block5_pool"] if re.search(r"^block\d.*conv", name)])
print(re.sub("", "-", "ab"), re.sub("b|$", "<>", "ab"), re.findall("(a)(b)?", "aab"), re.fullmatch(r"\d{4}", "2024\n"))
for template in [r"\1", r"\g<2>", r"\g<x>", r"\q", "\\", r"\g<1", r"\g<>", r"\400", r"\101", r"\n"]:
    attempt(re.sub, "(a)", template, "a")
for argument in [3, None, b"a"]:
    attempt(re.sub, "a", "b", argument)
attempt(re.compile, "a", re.A | re.U)
attempt(re.compile, re.compile("a"), re.I)
attempt(match.group, 5)
attempt(match.group, "nope")

# Patterns made at random.
random.seed(11)


def atom(depth):
    kind = random.random()
    if kind < 0.42:
        return random.choice("abcx01A")
    if kind < 0.5:
        return random.choice([r"\d", r"\w", r"\s", r"\D", r"\W", r"\S", "."])
    if kind < 0.58:
        items = [random.choice(["a-c", "0-9", "x", "_", r"\d", r"\s", "^", "-", "]", "é", r"\w", "A-Z"]) for _ in range(3)]
        return "[" + random.choice(["", "^"]) + "".join(items[:random.randint(1, 3)]) + "]"
    if kind < 0.64:
        return random.choice(["^", "$", r"\b", r"\B", r"\A", r"\Z"])
    if depth <= 0:
        return random.choice("abc")
    if kind < 0.91:
        return random.choice(["(", "(", "(?:", "(?=", "(?!", "(?>", "(?i:"]) + either(depth - 1) + ")"
    if kind < 0.94:
        return random.choice(["(?<=", "(?<!"]) + random.choice(["a", "ab", r"\d", "[ab]c"]) + ")"
    if kind < 0.97:
        return "\\" + str(random.randint(1, 3))
    return "(?P<n%d>" % random.randint(1, 3) + either(depth - 1) + ")"


def piece(depth):
    text = atom(depth)
    if random.random() < 0.5:
        return text
    count = random.choice(["*", "+", "?", "{2}", "{1,2}", "{,2}", "{2,}", "{0,1}", "{", "{a}"])
    return text + count + random.choice(["", "", "", "?", "+", "*"])


def either(depth):
    text = "".join([piece(depth) for _ in range(random.randint(0, 3))])
    return text + ("|" + piece(depth) if random.random() < 0.25 else "")


for _ in range(400):
    text = random.choice(["", "", "(?i)", "(?m)", "(?s)", "(?x)"]) + either(2)
    subject = "".join([random.choice("aaabbcx01A \n_é.") for _ in range(random.randint(0, 9))])
    try:
        pattern = re.compile(text)
        print(repr(text), repr(subject), shown(pattern.match(subject)), shown(pattern.search(subject)),
              shown(pattern.fullmatch(subject)), pattern.findall(subject), pattern.split(subject), pattern.subn("<>", subject))
    except re.error as error:
        print(repr(text), error, error.pos)
