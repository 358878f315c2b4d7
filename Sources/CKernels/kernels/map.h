// Elementwise functions. What needs exp or log is computed in doubles; the rest on vectors of floats.

typedef float half_vec __attribute__((vector_size(4 * DOUBLES)));
typedef float half_vec_memory __attribute__((vector_size(4 * DOUBLES), aligned(4), may_alias));

#define FLOAT_MAP(NAME, EXPRESSION)                                                                                    \
    static void map_##NAME(float pa, float pb, float pc, const float *input, float *output, int64_t count) {           \
        const vec a = splat(pa), b = splat(pb), c = splat(pc);                                                         \
        (void)a, (void)b, (void)c;                                                                                     \
        for (int64_t i = 0; i < count; i += VECTOR_WIDTH) {                                                            \
            int64_t left = count - i;                                                                                  \
            vec x = left >= VECTOR_WIDTH ? load(input + i) : load_part(input + i, left);                               \
            vec y = EXPRESSION;                                                                                        \
            if (left >= VECTOR_WIDTH) store(output + i, y);                                                            \
            else store_part(output + i, y, left);                                                                      \
        }                                                                                                              \
    }

#define DOUBLE_MAP(NAME, EXPRESSION)                                                                                   \
    static void map_##NAME(float pa, float pb, float pc, const float *input, float *output, int64_t count) {           \
        const double a = pa, b = pb, c = pc;                                                                           \
        (void)a, (void)b, (void)c;                                                                                     \
        for (int64_t i = 0; i < count; i += DOUBLES) {                                                                 \
            int64_t left = count - i;                                                                                  \
            half_vec narrow = {};                                                                                      \
            if (left >= DOUBLES) narrow = *(const half_vec_memory *)(input + i);                                       \
            else __builtin_memcpy(&narrow, input + i, (size_t)left * 4);                                               \
            dvec x = __builtin_convertvector(narrow, dvec);                                                            \
            dvec y = EXPRESSION;                                                                                       \
            narrow = __builtin_convertvector(y, half_vec);                                                             \
            if (left >= DOUBLES) *(half_vec_memory *)(output + i) = narrow;                                            \
            else __builtin_memcpy(output + i, &narrow, (size_t)left * 4);                                              \
        }                                                                                                              \
    }

INLINE vec vabs(vec x) { return (vec)((ivec)x & 0x7fffffff); }
INLINE vec zero_or_nan(vec x) { return pick(x == x, splat(0), x); }
INLINE vec vsqrt(vec x) { return __builtin_elementwise_sqrt(x); }
INLINE dvec positive(dvec x) { return dpick(x < 0.0, dsplat(0.0), x); }
INLINE dvec negative(dvec x) { return dpick(x > 0.0, dsplat(0.0), x); }
INLINE vec relu_general(vec x, vec slope, vec ceiling, vec threshold) {
    vec below = threshold - x;
    vec upper = at_most(pick(x > threshold, x, zero_or_nan(x)), ceiling);
    return pick(below > 0, upper - slope * below, upper);
}
INLINE vec sixth_step(vec x) { return at_most(at_least(x + 3, splat(0)), splat(6)) / 6; }

FLOAT_MAP(copy, x)
FLOAT_MAP(clamp, at_most(at_least(x, a), b))
FLOAT_MAP(relu, relu_general(x, a, b, c))
DOUBLE_MAP(elu, dpick(x > 0.0, x, a * dexpm1(negative(x))))
DOUBLE_MAP(selu, 1.0507009873554805 * dpick(x > 0.0, x, 1.6732632423543772 * dexpm1(negative(x))))
DOUBLE_MAP(celu, positive(x) + negative(a * dexpm1(negative(x) / a)))
DOUBLE_MAP(gelu, x * (0.5 * derfc(x * -0.7071067811865476)))
DOUBLE_MAP(gelu_tanh, 0.5 * x * (1.0 + dtanh(0.7978845608028654 * (x + 0.044715 * x * x * x))))
DOUBLE_MAP(silu, x * dsigmoid(x))
DOUBLE_MAP(softplus, dsoftplus(x))
FLOAT_MAP(softsign, x / (1 + vabs(x)))
DOUBLE_MAP(sigmoid, dsigmoid(x))
FLOAT_MAP(hard_sigmoid, sixth_step(x))
FLOAT_MAP(hard_silu, x * sixth_step(x))
DOUBLE_MAP(tanh, dtanh(x))
DOUBLE_MAP(tanh_shrink, x - dtanh(x))
FLOAT_MAP(hard_tanh, at_most(at_least(x, splat(-1)), splat(1)))
FLOAT_MAP(hard_shrink, pick(vabs(x) <= a, splat(0), x))
FLOAT_MAP(soft_shrink, pick(x > a, x - a, pick(x < -a, x + a, zero_or_nan(x))))
DOUBLE_MAP(squareplus, (x + __builtin_elementwise_sqrt(x * x + a)) / 2)
FLOAT_MAP(sparse_plus, pick(x >= 1, x, pick(x <= -1, splat(0), (x + 1) * (x + 1) / 4)))
FLOAT_MAP(sparse_sigmoid, pick(x >= 1, splat(1), pick(x <= -1, splat(0), (x + 1) / 2)))
DOUBLE_MAP(log_sigmoid, -dsoftplus(-x))
DOUBLE_MAP(exp, dexp(x))
DOUBLE_MAP(mish, x * dtanh(dsoftplus(x)))
FLOAT_MAP(threshold, pick(x > a, x, pick(x == x, b, x)))
DOUBLE_MAP(log, dlog(x))
FLOAT_MAP(sqrt, vsqrt(x))
FLOAT_MAP(rsqrt, 1 / vsqrt(x))
FLOAT_MAP(square, x * x)
FLOAT_MAP(abs, vabs(x))
FLOAT_MAP(negate, -x)
FLOAT_MAP(reciprocal, 1 / x)
DOUBLE_MAP(erf, 1.0 - derfc(x))
DOUBLE_MAP(expm1, dexpm1(x))
DOUBLE_MAP(log1p, dlog1p(x))

typedef void (*map_function)(float, float, float, const float *, float *, int64_t);
static const map_function map_functions[CK_FUNCTION_COUNT] = {
    [CK_COPY] = map_copy, [CK_CLAMP] = map_clamp, [CK_RELU] = map_relu, [CK_ELU] = map_elu, [CK_SELU] = map_selu,
    [CK_CELU] = map_celu, [CK_GELU] = map_gelu, [CK_GELU_TANH] = map_gelu_tanh, [CK_SILU] = map_silu,
    [CK_SOFTPLUS] = map_softplus, [CK_SOFTSIGN] = map_softsign, [CK_SIGMOID] = map_sigmoid,
    [CK_HARD_SIGMOID] = map_hard_sigmoid, [CK_HARD_SILU] = map_hard_silu, [CK_TANH] = map_tanh,
    [CK_TANH_SHRINK] = map_tanh_shrink, [CK_HARD_TANH] = map_hard_tanh, [CK_HARD_SHRINK] = map_hard_shrink,
    [CK_SOFT_SHRINK] = map_soft_shrink, [CK_SQUAREPLUS] = map_squareplus, [CK_SPARSE_PLUS] = map_sparse_plus,
    [CK_SPARSE_SIGMOID] = map_sparse_sigmoid, [CK_LOG_SIGMOID] = map_log_sigmoid, [CK_EXP] = map_exp,
    [CK_MISH] = map_mish, [CK_THRESHOLD] = map_threshold, [CK_LOG] = map_log, [CK_SQRT] = map_sqrt,
    [CK_RSQRT] = map_rsqrt, [CK_SQUARE] = map_square, [CK_ABS] = map_abs, [CK_NEGATE] = map_negate,
    [CK_RECIPROCAL] = map_reciprocal, [CK_ERF] = map_erf, [CK_EXPM1] = map_expm1, [CK_LOG1P] = map_log1p,
};

static void map(ck_function f, const float *parameters, const float *input, float *output, int64_t count) {
    map_functions[f](parameters[0], parameters[1], parameters[2], input, output, count);
}
