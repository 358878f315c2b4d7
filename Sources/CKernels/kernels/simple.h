// Loops over whole arrays.

#define COMBINE(NAME, EXPRESSION, SCALAR)                                                                              \
    static void combine_##NAME(const float *l, int64_t ls, const float *r, int64_t rs, float *o, int64_t count) {      \
        int64_t i = 0;                                                                                                 \
        for (; i + VECTOR_WIDTH <= count; i += VECTOR_WIDTH) {                                                         \
            vec a = ls ? load(l + i) : splat(*l), b = rs ? load(r + i) : splat(*r);                                    \
            store(o + i, EXPRESSION);                                                                                  \
        }                                                                                                              \
        for (; i < count; i++) {                                                                                       \
            float a = l[i * ls], b = r[i * rs];                                                                        \
            o[i] = SCALAR;                                                                                             \
        }                                                                                                              \
    }
COMBINE(add, a + b, a + b)
COMBINE(subtract, a - b, a - b)
COMBINE(multiply, a * b, a * b)
COMBINE(divide, a / b, a / b)
// The larger, the smaller; a NaN on either side wins.
COMBINE(maximum, pick((a > b) | (a != a), a, b), a > b || a != a ? a : b)
COMBINE(minimum, pick((a < b) | (a != a), a, b), a < b || a != a ? a : b)

static void combine(ck_operation op, const float *l, int64_t ls, const float *r, int64_t rs, float *o, int64_t n) {
    switch (op) {
    case CK_ADD: combine_add(l, ls, r, rs, o, n); break;
    case CK_SUBTRACT: combine_subtract(l, ls, r, rs, o, n); break;
    case CK_MULTIPLY: combine_multiply(l, ls, r, rs, o, n); break;
    case CK_DIVIDE: combine_divide(l, ls, r, rs, o, n); break;
    case CK_MAXIMUM: combine_maximum(l, ls, r, rs, o, n); break;
    case CK_MINIMUM: combine_minimum(l, ls, r, rs, o, n); break;
    }
}

static void max_into(float *acc, const float *input, int64_t count) {
    combine_maximum(acc, 1, input, 1, acc, count);
}

static void add_into(float *acc, const float *input, float factor, int64_t count) {
    int64_t i = 0;
    for (; i + VECTOR_WIDTH <= count; i += VECTOR_WIDTH) store(acc + i, load(acc + i) + load(input + i) * factor);
    for (; i < count; i++) acc[i] += input[i] * factor;
}

static void transpose(const float *input, int64_t is, float *output, int64_t os, int64_t rows, int64_t columns) {
    const int64_t tile = 16;
    for (int64_t i = 0; i < rows; i += tile)
        for (int64_t j = 0; j < columns; j += tile)
            for (int64_t y = i; y < i + tile && y < rows; y++)
                for (int64_t x = j; x < j + tile && x < columns; x++) output[x * os + y] = input[y * is + x];
}

// The compiler must take a vector as changed: it would drop a chain of which it knows that it stands still
// (1 * 0.999 + 0.001 is 1), and join chains whose lanes are all alike.
#if defined(__x86_64__)
#define OPAQUE(v) __asm__ volatile("" : "+x"(v))
#else
#define OPAQUE(v) __asm__ volatile("" : "+w"(v))
#endif

// As many independent chains as hide the latency of a multiply-add.
static float fma_rounds(int64_t rounds, int64_t *operations) {
    enum { CHAINS = 12 };
    vec acc[CHAINS], factor = splat(0.999f), term = splat(0.001f);
    UNROLL for (int i = 0; i < CHAINS; i++) acc[i] = splat((float)i);
    for (int64_t round = 0; round < rounds; round++) {
        UNROLL for (int i = 0; i < CHAINS; i++) {
            OPAQUE(acc[i]);
            acc[i] = acc[i] * factor + term;
        }
    }
    vec sum = {};
    UNROLL for (int i = 0; i < CHAINS; i++) sum += acc[i];
    *operations = rounds * CHAINS * VECTOR_WIDTH * 2;
    return sum[0];
}
