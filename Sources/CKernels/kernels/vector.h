// Vectors of VECTOR_WIDTH floats, as the compiler's vector types: the same text for every instruction set.
// (Included once by each isa_*.c.)
typedef float vec __attribute__((vector_size(4 * VECTOR_WIDTH)));
typedef float vec_memory __attribute__((vector_size(4 * VECTOR_WIDTH), aligned(4), may_alias));
typedef int32_t ivec __attribute__((vector_size(4 * VECTOR_WIDTH)));

#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("clang loop unroll(full)")

INLINE vec load(const float *p) { return *(const vec_memory *)p; }
INLINE void store(float *p, vec v) { *(vec_memory *)p = v; }
INLINE vec splat(float x) { return x - (vec){}; }  // x - 0 is x, also for -0
// yes where the comparison held, no elsewhere.
INLINE vec pick(ivec mask, vec yes, vec no) { return (vec)((mask & (ivec)yes) | (~mask & (ivec)no)); }
// A NaN in v stays: comparisons with it are false.
INLINE vec at_least(vec v, vec low) { return pick(v < low, low, v); }
INLINE vec at_most(vec v, vec high) { return pick(v > high, high, v); }

// The first `count` floats of a vector, fewer than VECTOR_WIDTH; the others are 0, or left alone in memory.
#if VECTOR_WIDTH == 16
INLINE vec load_part(const float *p, int64_t count) {
    return (vec)_mm512_maskz_loadu_ps((__mmask16)((1u << count) - 1), p);
}
INLINE void store_part(float *p, vec v, int64_t count) {
    _mm512_mask_storeu_ps(p, (__mmask16)((1u << count) - 1), (__m512)v);
}
#elif VECTOR_WIDTH == 8
INLINE __m256i lanes_below(int64_t count) {
    ivec lanes = {0, 1, 2, 3, 4, 5, 6, 7};
    return (__m256i)(lanes < (int32_t)count);
}
INLINE vec load_part(const float *p, int64_t count) { return (vec)_mm256_maskload_ps(p, lanes_below(count)); }
INLINE void store_part(float *p, vec v, int64_t count) { _mm256_maskstore_ps(p, lanes_below(count), (__m256)v); }
#else
INLINE vec load_part(const float *p, int64_t count) {
    vec v = {};
    for (int64_t i = 0; i < count; i++) v[i] = p[i];
    return v;
}
INLINE void store_part(float *p, vec v, int64_t count) {
    for (int64_t i = 0; i < count; i++) p[i] = v[i];
}
#endif

// At most one vector.
INLINE void store_some(float *p, vec v, int64_t count) {
    if (count >= VECTOR_WIDTH) store(p, v);
    else store_part(p, v, count);
}

INLINE vec apply_epilogue(vec v, const ck_epilogue *e) {
    if (e->kind == CK_PLAIN) return v;
    if (e->kind == CK_AT_LEAST) return at_least(v, splat(e->low));
    v = pick(v < 0, v * e->slope, v);
    return at_most(at_least(v, splat(e->low)), splat(e->high));
}
