import fnmatch as fnmatch

CASES = [
    ("abc", "abc"), ("abc", "a*"), ("abc", "a?c"), ("abc", "a?"), ("", "*"), ("", ""), ("", "?"),
    ("a.py", "*.py"), ("a.pyc", "*.py"), ("A.PY", "*.py"), ("b", "[abc]"), ("b", "[!abc]"), ("d", "[!abc]"),
    ("]", "[]]"), ("a", "[]a]"), ("]", "[!]]"), ("[", "["), ("[a", "[a"), ("-", "[a-]"), ("-", "[-a]"),
    ("b", "[a-c]"), ("d", "[a-c]"), ("b", "[c-a]"), ("x", "[a-cx-z]"), ("aXbXc", "a*b*c"), ("aXbXd", "a*b*c"),
    ("aaab", "*a*b"), ("a\nb", "a?b"), ("a\nb", "a*"), ("!", "[!]"), ("[!]", "[!]"), ("a.b", "a.b"), ("axb", "a.b"),
    ("**", "[*]*"), ("a*", "a[*]"), (".hidden", "*"), ("a/b", "*"), ("^", "[^a]"), ("a", "[^a]"),
]
for name, pat in CASES:
    print(repr(name), repr(pat), fnmatch.fnmatch(name, pat), fnmatch.fnmatchcase(name, pat))
print(fnmatch.filter(["a.py", "b.txt", "c.py", "d.PY"], "*.py"))
print(fnmatch.filter([], "*"))
print(fnmatch.filter(("a1", "b2", "a3"), "a[0-9]"))
for name, pat in [(3, "x"), (None, "x")]:
    try:
        fnmatch.fnmatchcase(name, pat)
    except TypeError as e:
        print("TypeError", str(e)[:40])
