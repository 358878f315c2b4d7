extension Prelude {
    /// The module `keras.tree`: values in lists, tuples and dicts in one another.
    static let treeText = #"""
        """The module keras.tree: functions of values in lists, tuples and dicts in one another.

        Source: the behaviour of keras/src/tree/tree_api.py with optree.
        """
        import collections


        class MAP_TO_NONE:
            """What a function of traverse returns for None."""


        def is_nested(structure):
            return isinstance(structure, (list, tuple, dict, collections.deque))


        # The keys and the parts of a structure, in the order of its keys.
        def _parts(structure):
            if isinstance(structure, collections.OrderedDict):
                return list(structure.keys()), list(structure.values())
            if isinstance(structure, dict):
                try:
                    keys = sorted(structure)
                except TypeError:
                    keys = sorted(structure, key=lambda key: (type(key).__qualname__, str(key)))
                return keys, [structure[key] for key in keys]
            return list(range(len(structure))), list(structure)


        # A structure of the same kind with other parts.
        def _rebuilt(structure, keys, parts):
            if isinstance(structure, collections.OrderedDict):
                return collections.OrderedDict(zip(keys, parts))
            if isinstance(structure, dict):
                found = dict(zip(keys, parts))
                found = {key: found[key] for key in structure}
                if isinstance(structure, collections.defaultdict):
                    return collections.defaultdict(structure.default_factory, found)
                return found
            if isinstance(structure, collections.deque):
                return collections.deque(parts, structure.maxlen)
            if hasattr(structure, "_fields"):
                return type(structure)(*parts)
            return type(structure)(parts)


        def traverse(func, structure, top_down=True):
            if top_down:
                result = func(structure)
                if result is None:
                    return _traversed_parts(func, structure, top_down)
            else:
                structure = _traversed_parts(func, structure, top_down)
                result = func(structure)
                if result is None:
                    return structure
            return None if result is MAP_TO_NONE else result


        def _traversed_parts(func, structure, top_down):
            if not is_nested(structure):
                return structure
            keys, parts = _parts(structure)
            return _rebuilt(structure, keys, [traverse(func, part, top_down) for part in parts])


        def flatten(structure):
            if not is_nested(structure):
                return [structure]
            return [leaf for part in _parts(structure)[1] for leaf in flatten(part)]


        def flatten_with_path(structure):
            if not is_nested(structure):
                return [((), structure)]
            return [
                ((key, *path), leaf) for key, part in zip(*_parts(structure)) for path, leaf in flatten_with_path(part)]


        def map_structure(func, *structures, none_is_leaf=True):
            if not structures:
                raise ValueError("Must provide at least one structure")
            first = structures[0]
            if first is None and not none_is_leaf:
                if any(structure is not None for structure in structures):
                    raise ValueError("Expected None, got something else.")
                return None
            if not is_nested(first):
                if any(is_nested(structure) for structure in structures):
                    raise ValueError("Structures don't have the same nested structure.")
                return func(*structures)
            return _mapped_parts(structures, lambda *parts: map_structure(func, *parts, none_is_leaf=none_is_leaf))


        def map_structure_up_to(shallow_structure, func, *structures):
            if not structures:
                raise ValueError("Must provide at least one structure")
            if shallow_structure is None:
                # Here, and only here, Keras does not take None for a value.
                raise ValueError("Structures don't have the same nested structure.")
            if not is_nested(shallow_structure):
                return func(*structures)
            return _mapped_parts(
                (shallow_structure, *structures), lambda shallow, *parts: map_structure_up_to(shallow, func, *parts))


        def _mapped_parts(structures, function):
            first = structures[0]
            for other in structures[1:]:
                _check_same_kind(first, other)
            keys, _ = _parts(first)
            parts = [[structure[key] for key in keys] for structure in structures]
            return _rebuilt(first, keys, [function(*values) for values in zip(*parts)])


        def _check_same_kind(first, other):
            kinds = [dict if isinstance(value, dict) else type(value) for value in (first, other)]
            if kinds[0] is not kinds[1]:
                raise ValueError(f"Expected {_described(first)}, got {other!r}.")
            if isinstance(first, dict) and set(first) != set(other):
                raise ValueError(f"dictionary key mismatch; expected key(s): {list(first)}, got key(s): {list(other)}.")
            if len(first) != len(other):
                raise ValueError(f"{type(first).__name__} arity mismatch; expected: {len(first)}, got: {len(other)}.")


        def _described(structure):
            return f"an instance of {type(structure).__name__}"


        def assert_same_structure(a, b, check_types=None):
            map_structure(lambda first, second: None, a, b)


        def assert_same_paths(a, b):
            own, other = [{path for path, _ in flatten_with_path(structure)} for structure in (a, b)]
            if own == other:
                return
            message = "`a` and `b` don't have the same paths."
            if own - other:
                message += f"\nPaths in `a` missing in `b`:\n{own - other}"
            if other - own:
                message += f"\nPaths in `b` missing in `a`:\n{other - own}"
            raise ValueError(message)


        def pack_sequence_as(structure, flat_sequence):
            leaves = list(flat_sequence)
            needed = len(flatten(structure))
            if len(leaves) < needed:
                raise ValueError(f"Too few leaves for PyTreeSpec; expected: {needed}, got: {len(leaves)}.")
            if len(leaves) > needed:
                raise ValueError(f"Too many leaves for PyTreeSpec; expected: {needed}.")
            return _packed(structure, iter(leaves))


        def _packed(structure, leaves):
            if not is_nested(structure):
                return next(leaves)
            keys, parts = _parts(structure)
            return _rebuilt(structure, keys, [_packed(part, leaves) for part in parts])


        def lists_to_tuples(structure):
            return traverse(lambda value: tuple(value) if isinstance(value, list) else None, structure, top_down=False)


        def map_shape_structure(func, structure):
            """What a function makes of each shape: a tuple or list of sizes counts as one value."""
            if not is_nested(structure) or _is_shape(structure):
                return func(structure)
            keys, parts = _parts(structure)
            return _rebuilt(structure, keys, [map_shape_structure(func, part) for part in parts])


        def _is_shape(value):
            return isinstance(value, (list, tuple)) and all(size is None or isinstance(size, int) for size in value)
        """#
}
