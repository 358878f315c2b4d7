import textwrap as textwrap


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


TEXTS = [
    "The quick brown fox jumps over the lazy dog, and then--without a pause--does it again.",
    "Hyphenated words such as well-known, state-of-the-art, e-mail, -x, --option=value, 1-2, a-b-c, foo-bar2-baz, x--y.",
    "A  text with   odd    spacing.\n\nAnd new\tlines\t\ttabs.  Two sentences. \"Quoted.\" End!",
    "Supercalifragilisticexpialidocious-and-more http://www.example.org/a/very-long/path/of_things?q=1",
    "", "   ", "x", " leading and trailing ", "----", "a---b ---- c--d--", "éàü-ñoño ça-va naïve-té", "word,--another 'tis--so",
    "this-is-a-uselessly-long-hyphenated-word_with_underscores and-more",
]
for text in TEXTS:
    for width in (1, 8, 20, 45):
        print(width, textwrap.wrap(text, width))
    print(textwrap.wrap(text, 12, break_long_words=False), textwrap.wrap(text, 12, break_on_hyphens=False))
    print(textwrap.wrap(text, 14, initial_indent="* ", subsequent_indent="    "), textwrap.wrap(text, 16, drop_whitespace=False))
    print(textwrap.wrap(text, 20, max_lines=2), textwrap.wrap(text, 20, max_lines=1, placeholder="..."))
    print(textwrap.wrap(text, 20, replace_whitespace=False), textwrap.wrap(text, 20, expand_tabs=False))
    print(textwrap.wrap(text, 24, fix_sentence_endings=True, tabsize=4))
    for width in (6, 15, 40, 200):
        attempt(lambda: textwrap.shorten(text, width))
        attempt(lambda: textwrap.shorten(text, width, placeholder="~"))
    print(textwrap.fill(text, 30))
for text in ["  a\n    b\n  c\n", "\ta\n\t b\n", "  a\n\tb", "a\n  b", "\n   \n  x\n\n  y\n", "", "   ", "  a\n \n  b", "    a\n  b\n", "  a\r\n  b\r\n"]:
    print(repr(textwrap.dedent(text)), repr(textwrap.indent(text, "> ")), repr(textwrap.indent(text, "+", lambda line: True)))
attempt(lambda: textwrap.wrap("abc", 0))
attempt(lambda: textwrap.wrap("abc", -3))
attempt(lambda: textwrap.shorten("abc def", 2))
attempt(lambda: textwrap.wrap("abc", 3, max_lines=1, initial_indent="  "))
w = textwrap.TextWrapper(width=10, initial_indent="- ")
w.subsequent_indent = "  "
print(w.wrap("one two three four five"), w.fill("one two three"), w.width)
