extension Prelude {
    /// Functions of `keras.ops` that call functions: they run on data, and a `call` with them is tried on zeros.
    ///
    /// Source: the behaviour of keras/src/ops/core.py.
    static let controlTexts = """
        import numpy as np
        from keras import ops


        def _require_values(name, *values):
            for value in values:
                if isinstance(value, (list, tuple)):
                    _require_values(name, *value)
                elif isinstance(value, dict):
                    _require_values(name, *value.values())
                elif ops.is_tensor(value) and not hasattr(value, "numpy"):
                    raise NotImplementedError(f"ops.{name} needs values: tensors of a network have none")


        def _mapped(function, *values):
            first = values[0]
            if isinstance(first, (list, tuple)):
                items = [_mapped(function, *items) for items in zip(*values)]
                return tuple(items) if isinstance(first, tuple) else items
            if isinstance(first, dict):
                return {key: _mapped(function, *[value[key] for value in values]) for key in first}
            return function(*values)


        def _first(values):
            while isinstance(values, (list, tuple, dict)):
                values = list(values.values())[0] if isinstance(values, dict) else values[0]
            return values


        def cond(pred, true_fn, false_fn):
            _require_values("cond", pred)
            return true_fn() if pred else false_fn()


        def switch(index, branches, *operands):
            _require_values("switch", index)
            return branches[min(max(int(index), 0), len(branches) - 1)](*operands)


        def while_loop(cond, body, loop_vars, maximum_iterations=None):
            _require_values("while_loop", loop_vars)
            single = not isinstance(loop_vars, (list, tuple))
            state = _mapped(ops.convert_to_tensor, (loop_vars,) if single else tuple(loop_vars))
            count = 0
            while (maximum_iterations is None or count < maximum_iterations) and cond(*state):
                state = body(*state)
                if not isinstance(state, (list, tuple)):
                    state = (state,)
                state = tuple(state)
                count += 1
            return state[0] if single else state


        def fori_loop(lower, upper, body_fun, init_val):
            _require_values("fori_loop", lower, upper, init_val)
            value = _mapped(ops.convert_to_tensor, init_val)
            for place in range(int(lower), int(upper)):
                value = body_fun(place, value)
            return value


        def map(f, xs):
            _require_values("map", xs)
            results = [f(_mapped(lambda x: x[place], xs)) for place in range(len(_first(xs)))]
            return _mapped(lambda *values: ops.stack(values), *results)


        def vectorized_map(function, elements):
            _require_values("vectorized_map", elements)
            results = [function(_mapped(lambda x: x[place], elements)) for place in range(len(_first(elements)))]
            return _mapped(lambda *values: ops.stack(values), *results)


        def scan(f, init, xs=None, length=None, reverse=False, unroll=1):
            _require_values("scan", init, xs)
            count = len(_first(xs)) if length is None else int(length)
            places = range(count - 1, -1, -1) if reverse else range(count)
            carry, outputs = init, []
            for place in places:
                carry, output = f(carry, None if xs is None else _mapped(lambda x: x[place], xs))
                outputs.append(output)
            if reverse:
                outputs.reverse()
            return carry, None if not outputs or outputs[0] is None else _mapped(lambda *v: ops.stack(v), *outputs)


        def meshgrid(*x, indexing="xy"):
            if indexing not in ("xy", "ij"):
                raise ValueError(f"indexing parameter must be either 'xy' or 'ij', got {indexing}")
            rank = len(x)
            order = list(range(rank))
            if indexing == "xy" and rank > 1:
                order[0], order[1] = 1, 0
            spread = [
                ops.reshape(part, [-1 if place == order[number] else 1 for place in range(rank)])
                for number, part in enumerate(x)]
            total = spread[0]
            for part in spread[1:]:
                total = ops.zeros_like(total) + ops.zeros_like(part)
            return [part + ops.cast(ops.zeros_like(total), part.dtype) for part in spread]
        """
}
