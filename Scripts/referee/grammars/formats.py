"""The ways of writing values into text: format specifications, f-strings, % and str.format."""

from .values import Values


class Formats(Values):
    def specification(self):
        return (
            self.pick("", "", self.pick("<", "^", ">", "=", "*^", "0>", "é<", "x="))
            + self.pick("", "", "+", " ", "-")
            + self.pick("", "", "", "#")
            + self.pick("", "", "0")
            + self.pick("", str(self.number(1, 14)))
            + self.pick("", "", "", ",", "_")
            + self.pick("", "", ".0", ".1", ".2", ".3", ".6", ".10")
            + self.pick("", "", "d", "f", "e", "g", "s", "x", "b", "o", "X", "%", "n", "c", "E", "G", "F", "r")
        )

    def formatted(self, d):
        v = self.pick(self.whole(), self.real(), self.text(), self.real(), self.whole(), "True", "None", self.items())
        k = self.random.random()
        if k < 0.35:
            sp = self.pick("<", "^", ">", "*^", "0=") + str(self.number(0, 14)) + self.pick("", "", "s", "d", "f")
        elif k < 0.7:
            sp = (
                self.pick("", "+", "010", "8", "-<9")
                + self.pick(".2", "", ".0", ",", ".3", ".1", ",.2")
                + self.pick("f", "e", "g", "%", "d", "", "", "x")
            )
        else:
            sp = self.specification()
        return self.pick(
            f"format({v}, {sp!r})",
            f"f'{{{v}:{sp}}}'" if not any(c in v for c in "'\\\n:{!") else f"format({v}, {sp!r})",
            f"'{{:{sp}}}'.format({v})",
            f"'{{0:{sp}}}|{{0}}'.format({v})",
        )

    def formatted_text(self, d):
        v = self.pick(
            "1 + 1",
            "x",
            "'s'",
            "[1, 2]",
            "x[0]",
            "{'a': 1}['a']",
            "x.upper()",
            "len(x)",
            "x if x else 0",
            "(lambda q: q + 1)(2)",
            "x!r",
            "x!s",
            "x!a",
            "x=",
            "x = ",
            "x=!r",
            "x=:>8",
            "x!r:>10",
            "x:>{w}",
            "w:0{w}d",
            "w:{w}.{p}f",
            "x:{'>'}{w}",
            "{1: 2}",
            "1,",
            "*x,",
            " x ",
            "1 != 2",
            "'a' 'b'",
            "w*2=",
            "f'{x}in'",
            "x[1:2]",
            "{3, 1}",
            "w:,",
            "w:+",
            "w:x",
            "w:#x",
            "w:08b",
            "w:e",
            "w:%",
            "1/3:.3f",
            "w==w",
            "x and w",
        )
        v = v.replace("'", '"')
        if v.startswith("{"):
            v = " " + v
        return f"(lambda x, w, p: f'<{{{v}}}>{{{{}}}}{self.pick('',' b','é')}')({self.pick(chr(39)+'abc'+chr(39),self.text(),self.items(),self.group(),self.real())}, {self.number(0,12)}, {self.number(0,4)})"

    def percent(self, d):
        v = self.pick(self.whole(), self.real(), self.text(), self.small(), self.items(), "None")
        c = self.pick(
            "%d",
            "%i",
            "%s",
            "%r",
            "%a",
            "%f",
            "%.2f",
            "%5d",
            "%-5d|",
            "%05d",
            "%+d",
            "% d",
            "%x",
            "%X",
            "%#x",
            "%o",
            "%#o",
            "%e",
            "%.3e",
            "%g",
            "%.10g",
            "%G",
            "%c",
            "%%",
            "%5.1f",
            "%-8s|",
            "%8s",
            "%.2s",
            "%5.1s|",
            "%03d",
            "%+.2e",
            "%#X",
            "%i%%",
            "%u",
            "%y",
            "%",
            "%5",
            "%.3d",
            "%-+6d|",
            "%+5.1f",
            "%#.3g",
            "%010.3f",
            "%F",
            "%E",
            "%l",
            "%ld",
            "%*d",
            "%.*f",
        )
        return self.pick(
            f"'{c}' % ({v},)",
            f"'{c}' % {v}",
            f"'[{c}]' % ({v})",
            f"'%s-{c}' % ({self.text()}, {v})",
            f"'{c} %s' % ({v}, 1)",
            f"'%(a)s %(b){c[1:] or 'd'}' % {{'a': 1, 'b': {v}}}",
            f"'%s %s' % (1,)",
            f"'%s' % (1, 2)",
            f"'%(a)s' % {{'b': 1}}",
            f"'%s' % {self.group()}",
            f"'%*d|%-*d' % (6, {self.small()}, 4, 2)",
            f"'%.*f' % (2, {self.real()})",
            f"'%d' % {self.anything()}",
            f"'%s' % ({self.anything()},)",
            "'%(a)s' % 5",
            "'%s %(a)s' % {'a': 1}",
        )

    def braces(self, d):
        a, b = self.anything(), self.anything()
        return self.pick(
            f"'{{}} {{}}'.format({a}, {b})",
            f"'{{1}} {{0}}'.format({a}, {b})",
            f"'{{0}}{{0!r}}'.format({a})",
            f"'{{n}} {{n!s:>6}}'.format(n={self.pick(self.whole(),self.text())})",
            f"'{{0[0]}}'.format({self.pick(self.items(),self.group(),self.text())})",
            f"'{{d[a]}}'.format(d={self.mapping()})",
            f"'{{0.real}}'.format({self.whole()})",
            f"'{{:{{}}}}'.format({self.small()}, 8)",
            f"'{{:{{w}}.{{p}}f}}'.format({self.real()}, w=10, p=2)",
            f"'{{}} {{0}}'.format(1)",
            f"'{{0}} {{}}'.format(1)",
            f"'{{'.format()",
            f"'}}'.format()",
            f"'{{0'.format(1)",
            f"'{{}}'.format()",
            f"'{{x}}'.format()",
            f"'{{{{}}}}'.format()",
            f"'{{0.nope}}'.format(1)",
            f"'{{!r:^9}}'.format({self.text()})",
            f"'{{0[k][0]}}'.format({{'k': [7]}})",
            f"'{{:>{{1}}}}'.format('a', 5)",
            f"'{{:d}}'.format({a})",
            f"'{{:s}}'.format({b})",
            f"'{{0!x}}'.format(1)",
            f"'{{a.b}}'.format(a=1)",
            f"'{{:,}}'.format({self.whole()})",
            f"'{{:.1%}}'.format({self.real()})",
            f"'{{0:>4}}{{1:<4}}|'.format(*{self.group()})",
            "'{a}{b}'.format(**{'a': 1, 'b': [2]})",
            f"'{{:}}'.format({a})",
            f"'{{!s}}'.format({a})",
            "'{!}'.format(1)",
            "'{:{}{}}'.format(3.14159, '.', '3f')",
            "'{0[}'.format([1])",
            "'{a[0]}'.format(a=[5])",
            "'{0[-1]}'.format([1, 2])",
        )
