extension Prelude {
    /// The module `random`: the generators, and the numbers and samples that they draw.
    static let randomNumbers = #"""
        class Random:
            """A generator of random numbers with a state of its own."""

            VERSION = 3

            def __init__(self, x=None):
                self.seed(x)
                self.gauss_next = None

            def __init_subclass__(cls, **kwargs):
                super().__init_subclass__(**kwargs)
                for parent in cls.__mro__:
                    if "_randbelow" in parent.__dict__ or "getrandbits" in parent.__dict__:
                        cls._by_bits = True
                        return
                    if "random" in parent.__dict__:
                        cls._by_bits = False
                        return

            _by_bits = True

            def seed(self, a=None, version=2):
                """Start again from a seed."""
                self._twister = _twister_from(_seed_number(a, version))
                self.gauss_next = None

            def getstate(self):
                """Return the state, which setstate restores."""
                words = tuple(self._twister.words) + (self._twister.place,)
                return self.VERSION, words, self.gauss_next

            def setstate(self, state):
                """Restore a state that getstate returned."""
                version = state[0]
                if version not in (2, 3):
                    raise ValueError(
                        f"state with version {version} passed to Random.setstate() of version {self.VERSION}"
                    )
                version, words, following = state
                if not isinstance(words, tuple):
                    raise TypeError("state vector must be a tuple")
                if len(words) != _WORDS + 1:
                    raise ValueError("state vector is the wrong size")
                if not 0 <= words[-1] <= _WORDS:
                    raise ValueError("invalid state")
                self._twister = _Twister([word & _MASK for word in words[:-1]], words[-1])
                self.gauss_next = following

            def random(self):
                """Return a float of [0.0, 1.0)."""
                high = self._twister.next_word() >> 5
                low = self._twister.next_word() >> 6
                return (high * 67108864 + low) / 9007199254740992

            def getrandbits(self, k, /):
                """Return an integer of k random bits."""
                return _bits(self._twister.next_word, _whole(k))

            def randbytes(self, n):
                """Return n random bytes."""
                return self.getrandbits(n * 8).to_bytes(n, "little")

            def _randbelow(self, n):
                if not self._by_bits:
                    return self._randbelow_by_floats(n)
                count = n.bit_length()
                result = self.getrandbits(count)
                while result >= n:
                    result = self.getrandbits(count)
                return result

            def _randbelow_by_floats(self, n):
                if n >= _LARGEST_FLOAT_RANGE:
                    return _floor(self.random() * n)
                remainder = _LARGEST_FLOAT_RANGE % n
                limit = (_LARGEST_FLOAT_RANGE - remainder) / _LARGEST_FLOAT_RANGE
                result = self.random()
                while result >= limit:
                    result = self.random()
                return _floor(result * _LARGEST_FLOAT_RANGE) % n

            def randrange(self, start, stop=None, step=1):
                """Return one number of range(start, stop, step)."""
                first = _range_number(start, "arg 1")
                if stop is None:
                    if step != 1:
                        raise TypeError("Missing a non-None stop argument")
                    if first <= 0:
                        raise ValueError("empty range for randrange()")
                    return self._randbelow(first)
                last = _range_number(stop, "stop")
                width = last - first
                stride = _range_number(step, "step")
                if stride == 1:
                    if width <= 0:
                        raise ValueError(f"empty range for randrange() ({first}, {last}, {width})")
                    return first + self._randbelow(width)
                if stride == 0:
                    raise ValueError("zero step for randrange()")
                count = -(-width // stride)
                if count <= 0:
                    raise ValueError("empty range for randrange()")
                return first + stride * self._randbelow(count)

            def randint(self, a, b):
                """Return an integer from a to b, both included."""
                return self.randrange(a, b + 1)

            def choice(self, seq):
                """Return one item of a sequence."""
                if not len(seq):
                    raise IndexError("Cannot choose from an empty sequence")
                return seq[self._randbelow(len(seq))]

            def shuffle(self, x):
                """Put a list in random order."""
                for i in reversed(range(1, len(x))):
                    j = self._randbelow(i + 1)
                    x[i], x[j] = x[j], x[i]

            def sample(self, population, k, *, counts=None):
                """Return k items of different places of the population."""
                if isinstance(population, (dict, set, frozenset)) or not hasattr(population, "__getitem__"):
                    raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
                n = len(population)
                if counts is not None:
                    return self._counted_sample(population, k, list(accumulate(counts)))
                if not 0 <= k <= n:
                    raise ValueError("Sample larger than population or is negative")
                small = 21
                if k > 5:
                    small += 4 ** ceil(log(k * 3, 4))
                return self._pool_sample(population, k) if n <= small else self._set_sample(population, k)

            def _counted_sample(self, population, k, totals):
                if len(totals) != len(population):
                    raise ValueError("The number of counts does not match the population")
                total = totals.pop()
                if not isinstance(total, int):
                    raise TypeError("Counts must be integers")
                if total <= 0:
                    raise ValueError("Total of counts must be greater than zero")
                places = self.sample(range(total), k=k)
                return [population[_bisect(totals, place, 0, len(totals))] for place in places]

            def _pool_sample(self, population, k):
                pool = list(population)
                result = []
                for left in range(len(pool), len(pool) - k, -1):
                    place = self._randbelow(left)
                    result.append(pool[place])
                    pool[place] = pool[left - 1]
                return result

            def _set_sample(self, population, k):
                taken = {}
                while len(taken) < k:
                    place = self._randbelow(len(population))
                    if place not in taken:
                        taken[place] = population[place]
                return list(taken.values())

            def choices(self, population, weights=None, *, cum_weights=None, k=1):
                """Return k items, each drawn from the whole population."""
                n = len(population)
                if cum_weights is None and weights is None:
                    return [population[_floor(self.random() * float(n))] for _ in range(k)]
                if cum_weights is not None and weights is not None:
                    raise TypeError("Cannot specify both weights and cumulative weights")
                if isinstance(weights, int):
                    raise TypeError(f"The number of choices must be a keyword argument: k={weights!r}")
                totals = list(accumulate(weights)) if cum_weights is None else cum_weights
                if len(totals) != n:
                    raise ValueError("The number of weights does not match the population")
                total = totals[-1] + 0.0
                if total <= 0.0:
                    raise ValueError("Total of weights must be greater than zero")
                if not isfinite(total):
                    raise ValueError("Total of weights must be finite")
                return [population[_bisect(totals, self.random() * total, 0, n - 1)] for _ in range(k)]

            def uniform(self, a, b):
                """Return a float between a and b."""
                return a + (b - a) * self.random()

            def triangular(self, low=0.0, high=1.0, mode=None):
                """Return a float between low and high, the most likely at the mode."""
                u = self.random()
                if mode is None:
                    c = 0.5
                elif high == low:
                    return low
                else:
                    c = (mode - low) / (high - low)
                if u > c:
                    u, c = 1.0 - u, 1.0 - c
                    low, high = high, low
                return low + (high - low) * sqrt(u * c)

            def normalvariate(self, mu=0.0, sigma=1.0):
                """Return a number of the normal distribution."""
                while True:
                    u = self.random()
                    v = 1.0 - self.random()
                    z = _NORMAL * (u - 0.5) / v
                    if z * z / 4.0 <= -log(v):
                        return mu + z * sigma

            def gauss(self, mu=0.0, sigma=1.0):
                """Return a number of the normal distribution; every second one comes free."""
                z = self.gauss_next
                self.gauss_next = None
                if z is None:
                    angle = self.random() * 2.0 * pi
                    radius = sqrt(-2.0 * log(1.0 - self.random()))
                    z = cos(angle) * radius
                    self.gauss_next = sin(angle) * radius
                return mu + z * sigma

            def lognormvariate(self, mu, sigma):
                """Return a number whose logarithm has the normal distribution."""
                return exp(self.normalvariate(mu, sigma))

            def expovariate(self, lambd):
                """Return a number of the exponential distribution of the rate lambd."""
                return -log(1.0 - self.random()) / lambd

            def vonmisesvariate(self, mu, kappa):
                """Return an angle around mu, the closer the larger kappa is."""
                if kappa <= 1e-6:
                    return 2.0 * pi * self.random()
                s = 0.5 / kappa
                r = s + sqrt(1.0 + s * s)
                while True:
                    z = cos(pi * self.random())
                    d = z / (r + z)
                    u = self.random()
                    if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
                        break
                q = 1.0 / r
                f = (q + z) / (1.0 + q * z)
                if self.random() > 0.5:
                    return (mu + acos(f)) % (2.0 * pi)
                return (mu - acos(f)) % (2.0 * pi)

            def gammavariate(self, alpha, beta):
                """Return a number of the gamma distribution."""
                if alpha <= 0.0 or beta <= 0.0:
                    raise ValueError("gammavariate: alpha and beta must be > 0.0")
                if alpha == 1.0:
                    return -log(1.0 - self.random()) * beta
                return (self._large_gamma(alpha) if alpha > 1.0 else self._small_gamma(alpha)) * beta

            def _large_gamma(self, alpha):
                spread = sqrt(2.0 * alpha - 1.0)
                while True:
                    u = self.random()
                    if not 1e-7 < u < 0.9999999:
                        continue
                    w = 1.0 - self.random()
                    v = log(u / (1.0 - u)) / spread
                    x = alpha * exp(v)
                    z = u * u * w
                    r = alpha - _LOG4 + (alpha + spread) * v - x
                    if r + _GAMMA - 4.5 * z >= 0.0 or r >= log(z):
                        return x

            def _small_gamma(self, alpha):
                b = (_e + alpha) / _e
                while True:
                    p = b * self.random()
                    x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
                    u = self.random()
                    if u <= (x ** (alpha - 1.0) if p > 1.0 else exp(-x)):
                        return x

            def betavariate(self, alpha, beta):
                """Return a number of the beta distribution."""
                y = self.gammavariate(alpha, 1.0)
                return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

            def paretovariate(self, alpha):
                """Return a number of the Pareto distribution."""
                u = 1.0 - self.random()
                return u ** (-1.0 / alpha)

            def weibullvariate(self, alpha, beta):
                """Return a number of the Weibull distribution."""
                u = 1.0 - self.random()
                return alpha * (-log(u)) ** (1.0 / beta)


        def _range_number(value, name):
            try:
                return _whole(value)
            except TypeError:
                number = int(value)
                if number != value:
                    raise ValueError(f"non-integer {name} for randrange()") from None
                return number


        class SystemRandom(Random):
            """A generator whose numbers come from the operating system; it has no seed and no state."""

            def random(self):
                """Return a float of [0.0, 1.0)."""
                return (int.from_bytes(urandom(7), "big") >> 3) * 2.0 ** -53

            def getrandbits(self, k, /):
                """Return an integer of k random bits."""
                if k < 0:
                    raise ValueError("number of bits must be non-negative")
                count = (k + 7) // 8
                return int.from_bytes(urandom(count), "big") >> (count * 8 - k)

            def randbytes(self, n):
                """Return n random bytes."""
                return urandom(n)

            def seed(self, *args, **kwds):
                """Do nothing: there is no seed."""

            def getstate(self, *args, **kwds):
                """Raise NotImplementedError."""
                raise NotImplementedError("System entropy source does not have state.")

            def setstate(self, *args, **kwds):
                """Raise NotImplementedError."""
                raise NotImplementedError("System entropy source does not have state.")


        class _Shared(Random):
            """The generator of the module's functions: its numbers come from the native one."""

            def __init__(self):
                self.gauss_next = None

            def seed(self, a=None, version=2):
                """Start again from a seed."""
                _native._seed(_words(_seed_number(0 if a is None else a, version)))
                self.gauss_next = None

            def random(self):
                """Return a float of [0.0, 1.0)."""
                return _native.random()

            def getrandbits(self, k, /):
                """Return an integer of k random bits."""
                return _bits(_native._word, _whole(k))

            def getstate(self):
                """Raise NotImplementedError: the native generator shows no state."""
                raise NotImplementedError("the shared generator has no getstate; use random.Random(seed)")

            def setstate(self, state):
                """Raise NotImplementedError: the native generator takes no state."""
                raise NotImplementedError("the shared generator has no setstate; use random.Random(seed)")


        _shared = _Shared()
        seed = _shared.seed
        getstate = _shared.getstate
        setstate = _shared.setstate
        random = _shared.random
        getrandbits = _shared.getrandbits
        randbytes = _shared.randbytes
        randrange = _shared.randrange
        randint = _shared.randint
        choice = _shared.choice
        choices = _shared.choices
        shuffle = _shared.shuffle
        sample = _shared.sample
        uniform = _shared.uniform
        triangular = _shared.triangular
        normalvariate = _shared.normalvariate
        gauss = _shared.gauss
        lognormvariate = _shared.lognormvariate
        expovariate = _shared.expovariate
        vonmisesvariate = _shared.vonmisesvariate
        gammavariate = _shared.gammavariate
        betavariate = _shared.betavariate
        paretovariate = _shared.paretovariate
        weibullvariate = _shared.weibullvariate
        """#
}
