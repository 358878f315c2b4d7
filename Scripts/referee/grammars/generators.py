"""Programs with random generator functions, and classes whose methods are generators: whatever resumes them, wherever they stop."""

import random


class Generators:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.functions = []
        self.count = 0

    def pick(self, *options):
        return self.r.choice(options)

    def chance(self, part):
        return self.r.random() < part

    def fresh(self):
        self.count += 1
        return f"v{self.count}"

    # Expressions.

    def value(self, depth=1):
        if depth == 0 or self.chance(0.4):
            return self.pick("1", "2", "'a'", "None", "x", "n", "[n, x]", "(n,)", "str(x)", "len(log)")
        a, b = self.value(depth - 1), self.value(depth - 1)
        return self.pick(f"({a}, {b})", f"[{a}]", f"{{'k': {a}}}", f"({a} or {b})", f"f'{{{a}!r}}'", f"({a} if {b} else n)", f"[i for i in ({a}, {b})]",
                         f"list(i for i in [{a}])")

    def yielded(self, depth=1):
        """An expression with yields inside."""
        if depth == 0 or self.chance(0.3):
            return self.pick("(yield)", f"(yield {self.value()})", f"(yield {self.value()}, {self.value()})", f"(yield from {self.iterable()})")
        a, b = self.yielded(depth - 1), self.pick(self.yielded, self.value)(depth - 1)
        if self.chance(0.5):
            a, b = b, a
        return self.pick(f"[{a}, {b}]", f"({a}, note('between'), {b})", f"{{{a!r}: {b}}}" if "yield" not in a else f"[{a}, *[{b}]]", f"({a} and {b})", f"({a} or {b})",
                         f"(not {a})", f"({a} if {b} else note('no'))", f"str({a}) + str({b})", f"note({a}, {b})", f"f'{{{a}!s:>4}}{{{b}}}'", f"[{a}, {b}][0]",
                         f"({a} == {b})", f"(str({a}) < str({b}) < 'b')", f"({a} is {b})", f"dict(p={a}, q={b})", f"[*[{a}], {b}]", f"(z := {a}, {b})",
                         f"[i for i in [{a}, {b}]]", f"log.index({a})" if self.chance(0.2) else f"note(*[{a}], k={b})", f"(lambda q: [q, {self.value(0)}])({a})")

    def iterable(self):
        options = ["[1, 2]", "'ab'", "range(2)", "()", "{'k': 1}", "(i * 2 for i in range(2))", "iter([7, 8])", "Items(2)", "Items(1).again()", "5"]
        options += [f"{name}({self.pick('1', '2')})" for name in self.functions] * 2
        return self.pick(*options)

    # Statements; each is a list of lines.

    def indent(self, lines):
        return ["    " + line for line in lines]

    def block(self, depth, in_loop=False):
        lines = []
        for _ in range(self.r.randint(1, 3)):
            lines += self.statement(depth, in_loop)
        return lines

    def statement(self, depth, in_loop):
        if depth == 0 or self.chance(0.45):
            return self.simple(in_loop)
        return self.pick(self.branch, self.for_loop, self.while_loop, self.attempt, self.attempt, self.context)(depth - 1, in_loop)

    def simple(self, in_loop):
        options = [f"yield {self.value()}", f"x = yield {self.value()}", "yield", f"yield from {self.iterable()}", f"x = yield from {self.iterable()}",
                   f"note((yield {self.value()}))", f"x = {self.yielded(2)}", f"note({self.yielded(1)})", f"note({self.value()})",
                   f"x, *y = {self.yielded(0)}, n", f"log.append({self.yielded(1)})", f"n += 1 if {self.yielded(0)} else 2", f"d = {{}}; d[str({self.yielded(0)})] = {self.yielded(0)}; note(d)",
                   f"x = [0, 0]; x[0] += (yield {self.value()}) or 1; note(x)", f"assert {self.yielded(0)} is None, {self.pick(self.value, self.yielded)(0)}",
                   f"note([{self.yielded(1)} for _ in 'a'])" if self.chance(0.02) else "note(n, x)"]
        if self.chance(0.3):
            options = [f"return {self.pick(self.value, self.yielded)(1)}", "return", "raise ValueError('own', n)", f"raise KeyError({self.yielded(0)})", "raise", "1 / 0", "note(undefined)",
                       "raise StopIteration(7)", "next(iter([]))"]
            if in_loop:
                options += ["break", "continue"] * 4
        return [self.r.choice(options)]

    def branch(self, depth, in_loop):
        test = self.pick(self.value, self.yielded)(1)
        lines = [f"if {test}:"] + self.indent(self.block(depth, in_loop))
        if self.chance(0.4):
            lines += [f"elif {self.pick(self.value, self.yielded)(0)}:"] + self.indent(self.block(depth, in_loop))
        return lines + (["else:"] + self.indent(self.block(depth, in_loop)) if self.chance(0.5) else [])

    def for_loop(self, depth, in_loop):
        target = self.pick("i", "x", "i, x", "n")
        items = "zip('ab', [1, 2])" if "," in target else self.pick(self.iterable(), f"range({self.r.randint(0, 3)})", f"[{self.yielded(0)}, 5]")
        lines = [f"for {target} in {items}:"] + self.indent(self.block(depth, True))
        return lines + (["else:"] + self.indent(self.block(depth, in_loop)) if self.chance(0.3) else [])

    def while_loop(self, depth, in_loop):
        name = self.fresh()
        test = f"{name} < {self.r.randint(1, 3)}" + (f" and [{self.yielded(0)}]" if self.chance(0.4) else "")
        lines = [f"{name} = 0", f"while {test}:"] + self.indent([f"{name} += 1"] + self.block(depth, True))
        return lines + (["else:"] + self.indent(self.block(depth, in_loop)) if self.chance(0.3) else [])

    def attempt(self, depth, in_loop):
        lines = ["try:"] + self.indent(self.block(depth, in_loop))
        handled = self.chance(0.7)
        if handled:
            for kind in self.r.sample(["ValueError", "(KeyError, TypeError)", "LookupError", "Exception", "GeneratorExit", "ZeroDivisionError"], self.r.randint(1, 2)):
                lines += [f"except {kind} as e:"] + self.indent(["note(type(e).__name__, e, e.__context__)"] + self.block(depth, in_loop) + (["note(e)"] if self.chance(0.3) else []))
            if self.chance(0.3):
                lines += ["else:"] + self.indent(self.block(depth, in_loop))
        if not handled or self.chance(0.4):
            lines += ["finally:"] + self.indent(["note('finally')"] + self.block(depth if self.chance(0.4) else 0, in_loop))
        return lines

    def context(self, depth, in_loop):
        contexts = [f"Guard({self.pick('1', '2', 'n', '(yield 3)')}, {self.pick('False', 'True', 'None')}){self.pick('', ' as x', ' as n')}" for _ in range(self.r.randint(1, 2))]
        return [f"with {', '.join(contexts)}:"] + self.indent(self.block(depth, in_loop))

    # Programs.

    PROLOGUE = ["log = []", "def attempt(step):", "    try:", "        print(step())", "    except BaseException as e:",
                "        print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))", "def note(*values, **named):", "    print(*values, *named.values())", "    return values[0] if values else None",
                "class Guard:", "    def __init__(self, name, takes):", "        self.name, self.takes = name, takes",
                "    def __enter__(self):", "        print('in', self.name)", "        return self.name",
                "    def __exit__(self, kind, value, trace):", "        print('out', self.name, kind and kind.__name__)", "        return self.takes",
                "class Items:", "    def __init__(self, n):", "        self.n = n", "    def __iter__(self):", "        while self.n:", "            self.n -= 1",
                "            print('item', (yield self.n))", "        return 'items'", "    def again(self):", "        return (yield from self), 'again'"]

    def function(self, depth):
        name = "fgh"[len(self.functions)]
        lines = [f"def {name}(n):", "    x = y = z = e = None"] + self.indent(self.block(depth) + [self.pick(*self.simple(False), f"yield {self.value()}", f"return {self.value()}")])
        self.functions.append(name)
        return lines

    def drive(self, name):
        """Goes through a generator in one of the ways there are."""
        kind = self.pick("steps", "steps", "steps", "steps", "list", "for", "from", "unpack")
        call = f"{name}({self.r.randint(0, 3)})"
        if kind == "list":
            return [f"print({self.pick('list', 'tuple')}({call}))"]
        if kind == "for":
            return [f"for item in {call}:", "    print('item', item)", *self.pick([], ["    if item: break"], ["    break"]), "print('after')"]
        if kind == "unpack":
            return [f"first, *rest = {call}", "print(first, rest)"]
        if kind == "from":
            return ["def around():", f"    r = yield from {call}", "    print('result', r)", "it = around()"] + self.steps()
        return [f"it = {call}"] + self.steps()

    def steps(self):
        error = self.pick("ValueError", "KeyError", "TypeError", "ZeroDivisionError")
        calls = ["next(it)", f"it.send({self.pick('1', 'None', repr('s'), '[0]', '{}')})", "it.send(0)", "it.send(True)", "next(it, 'over')", f"it.throw({error}('thrown'))",
                 "it.throw(ValueError)", "it.throw(GeneratorExit)"]
        weights = [4, 3, 2, 2, 2, 3, 1, 1]
        chosen = ["next(it)"] * self.chance(0.9) + self.r.choices(calls, weights, k=self.r.randint(1, 7))
        goes_on = self.chance(0.6)
        lines = [f"attempt(lambda: {call})" if goes_on else f"print({call})" for call in chosen]
        return lines + [self.pick("it.close()", "it = None", "del it", "print(list(it))", "print(it.gi_running)")] + self.pick([], ["print('after')"])

    def hierarchy(self):
        """Classes whose methods are generators and go on to those of their bases, with attributes that change meanwhile."""
        lines, names = list(self.PROLOGUE), []
        for name in "ABC"[: self.r.randint(2, 3)]:
            bases = self.r.sample(names, min(len(names), self.r.randint(0, 2)))
            lines += [f"class {name}({', '.join(bases)}):", f"    step = {self.r.randint(1, 3)}"]
            if not bases or self.chance(0.4):
                lines += ["    def __init__(self, n=2):", "        self.n = n", f"        self.seen = [{name.lower()!r}]"]
            for method in self.r.sample(["walk", "__iter__", "pairs", "many", "last", "countdown"], self.r.randint(2, 4)):
                lines += self.indent(self.method(name, method, bases))
            names.append(name)
        for _ in range(self.r.randint(2, 4)):
            lines += self.use(self.pick(*names))
        return "\n".join(lines + ["print('end')"]) + "\n"

    def method(self, name, method, bases):
        further = f"(yield from super().{method}())" if bases else self.pick("(yield 'base')", "None", "(yield self.n)")
        note = f"self.seen.append({self.pick(further, 'self.n', '(yield self.seen)', 'len(self.seen)')})"
        bodies = {
            "walk": [f"for i in range(self.n):", f"    x = yield ({name!r}, i * self.step)", f"    if x: {self.pick(note, 'return x', 'self.n += 1', 'self.step = x')}", f"return {further}"],
            "__iter__": [self.pick("yield self.n", "self.n -= 1", "yield from self.seen"), f"if self.n > {self.r.randint(0, 2)}: yield from {self.pick('range(self.n)', 'type(self)(self.n - 1)', 'self.seen[:2]')}",
                         f"print('iter', {further})" if bases else "return 'done'"],
            "pairs": ["try:", f"    for a, b in zip(self.seen, {self.pick('self', 'range(9)', 'self.seen')}): yield {self.pick('a, b', '[a]', '{a: b}')}", f"finally:", f"    print('closed', self.n)", note],
            "many": [note, f"self.n {self.pick('+', '-', '*')}= (yield) or 1", f"return {further}, self.n"],
            "last": [f"return self.n if {self.pick('True', 'self.step > 1')} else (yield 'never')"],
            "countdown": ["while self.n > 0:", "    self.n -= self.step", f"    {self.pick('yield self.n', 'self.seen.append((yield))', 'yield from [self.n]')}", f"else: {further}"],
        }
        return [f"def {method}(self):"] + self.indent(bodies[method])

    def use(self, name):
        method = self.pick("walk", "__iter__", "pairs", "many", "last", "countdown")
        lines = [f"o = {name}()", f"it = o.{method}()"] if self.chance(0.7) else [f"o = {name}({self.r.randint(0, 3)})", "it = iter(o)"]
        lines += self.pick(self.steps(), self.steps(), ["print(list(it))"], ["for item in it:", "    print(item, o.n)", "    if len(o.seen) > 3: break"],
                           ["print(list(o), sum(1 for _ in o), 'a' in o)"], ["print(max(it, key=str))", "print(sorted(o.seen, key=str))"], ["print(dict(enumerate(it)))"])
        lines += ["print(o.n, o.seen, o.step)"]
        return ["try:"] + self.indent(lines) + ["except StopIteration as e:", "    print('stop', e.value)", "except BaseException as e:",
                                                "    print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))", "it = o = None"]

    def program(self):
        if self.chance(0.3):
            return self.hierarchy()
        lines = list(self.PROLOGUE)
        for _ in range(self.r.randint(1, 3)):
            lines += self.function(self.r.randint(1, 3))
        for _ in range(self.r.randint(1, 2)):
            lines += ["try:"] + self.indent(self.drive(self.functions[-1] if self.chance(0.7) else self.pick(*self.functions)))
            lines += ["except StopIteration as e:", "    print('stop', e.value, e.args)", "except BaseException as e:",
                      "    print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))"]
        return "\n".join(lines + ["it = None", "print('end')"]) + "\n"
