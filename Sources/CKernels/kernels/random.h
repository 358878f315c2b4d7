// Random numbers from a counter: Philox4x32-10. Each block of four numbers follows from the key and the block's index, so
// that blocks are computed side by side and in any order.
//
// Source: J. K. Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC 2011; the distributions and the layout
// of the blocks are those of TensorFlow's stateless generators.
//
// The numbers must be equal on every machine. So products and sums are not contracted, and log, sin and cos are computed
// here: in doubles, rounded once to float.
typedef uint32_t uvec __attribute__((vector_size(4 * VECTOR_WIDTH)));
typedef uint64_t ulvec __attribute__((vector_size(4 * VECTOR_WIDTH)));
typedef float half_vec __attribute__((vector_size(2 * VECTOR_WIDTH)));

// Four numbers of each of VECTOR_WIDTH blocks.
typedef struct { uvec x[4]; } philox_blocks;

// The products of 32-bit numbers with a constant: upper and lower halves.
INLINE void multiply_wide(uvec a, uint64_t factor, uvec *high, uvec *low) {
    ulvec even = ((ulvec)a & 0xffffffffULL) * factor, odd = ((ulvec)a >> 32) * factor;
    *high = (uvec)((even >> 32) | (odd & 0xffffffff00000000ULL));
    *low = (uvec)((even & 0xffffffffULL) | (odd << 32));
}

// The blocks whose indices have these lower and upper halves.
INLINE philox_blocks philox(const ck_random *r, uvec low_index, uvec high_index) {
    uvec c0 = low_index, c1 = high_index, c2 = r->counter[0] - (uvec){}, c3 = r->counter[1] - (uvec){};
    uint32_t k0 = r->key[0], k1 = r->key[1];
    UNROLL for (int round = 0; round < 10; round++) {
        uvec high0, low0, high2, low2;
        multiply_wide(c0, 0xD2511F53ULL, &high0, &low0);
        multiply_wide(c2, 0xCD9E8D57ULL, &high2, &low2);
        c0 = high2 ^ c1 ^ k0;
        c1 = low2;
        c2 = high0 ^ c3 ^ k1;
        c3 = low0;
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    return (philox_blocks){{c0, c1, c2, c3}};
}

// The blocks with the indices first, first + step, first + 2 * step …
INLINE philox_blocks philox_run(const ck_random *r, uint64_t first, uint64_t step) {
    uvec low, high;
    for (int lane = 0; lane < VECTOR_WIDTH; lane++) {
        uint64_t index = first + step * (uint64_t)lane;
        low[lane] = (uint32_t)index;
        high[lane] = (uint32_t)(index >> 32);
    }
    return philox(r, low, high);
}

// Numbers in [0, 1), of which there are 2^23.
INLINE vec unit_interval(uvec x) { return (vec)((x & 0x7fffffu) | 0x3f800000u) - 1.0f; }

// log(x) for positive normal x: e ln 2 + 2 (s + s^3/3 + s^5/5 + …), s = (m - 1) / (m + 1), m in [sqrt(1/2), sqrt(2)).
INLINE dvec random_log(dvec x) {
#pragma clang fp contract(off)
    lvec exponent = ((lvec)x - 0x3fe6a09e667f3bcdLL) >> 52;
    dvec m = (dvec)((lvec)x - (exponent << 52));
    dvec s = (m - 1.0) / (m + 1.0), z = s * s;
    dvec p = dsplat(1.0 / 17);
    UNROLL for (int odd = 15; odd >= 1; odd -= 2) p = p * z + 1.0 / odd;
    return __builtin_convertvector(exponent, dvec) * 0.6931471805599453 + 2.0 * s * p;
}

// sin(x) and cos(x) for x in [0, 2 pi]: by their series, after taking away quarters of a turn.
INLINE void random_sine_cosine(dvec x, dvec *sine, dvec *cosine) {
#pragma clang fp contract(off)
    const double shift = 6755399441055744.0;  // 1.5 * 2^52: adding it rounds to an integer, kept in the low bits
    dvec shifted = x * 0.6366197723675814 + shift;
    lvec quarter = (lvec)shifted;
    dvec r = x - (shifted - shift) * 1.5707963267948966, z = r * r;
    dvec s = dsplat(1.0), c = dsplat(1.0);
    UNROLL for (int n = 14; n >= 2; n -= 2) {
        s = 1.0 - s * z * (1.0 / (n * (n + 1)));
        c = 1.0 - c * z * (1.0 / (n * (n - 1)));
    }
    s = s * r;
    lvec swapped = (quarter & 1) != 0;
    dvec a = dpick(swapped, c, s), b = dpick(swapped, s, c);
    *sine = dpick((quarter & 2) != 0, -a, a);
    *cosine = dpick(((quarter + 1) & 2) != 0, -b, b);
}

// A vector as its two halves, which are as many numbers as a vector of doubles has.
typedef union { vec whole; half_vec halves[2]; } split_vec;

// Two normal numbers from two even ones, by the Box-Muller transform, rounded to float after every step.
INLINE void box_muller(uvec x0, uvec x1, vec *first, vec *second) {
#pragma clang fp contract(off)
    split_vec u = {at_least(unit_interval(x0), splat(1.0e-7f))}, angle = {unit_interval(x1) * 6.2831855f};
    split_vec square, sine, cosine;
    UNROLL for (int i = 0; i < 2; i++) {
        dvec s, c, logarithm = random_log(__builtin_convertvector(u.halves[i], dvec));
        random_sine_cosine(__builtin_convertvector(angle.halves[i], dvec), &s, &c);
        square.halves[i] = __builtin_convertvector(logarithm, half_vec) * -2.0f;
        sine.halves[i] = __builtin_convertvector(s, half_vec);
        cosine.halves[i] = __builtin_convertvector(c, half_vec);
    }
    vec radius = __builtin_elementwise_sqrt(square.whole);
    *first = sine.whole * radius;
    *second = cosine.whole * radius;
}

INLINE void normal_blocks(philox_blocks b, vec f[4]) {
    box_muller(b.x[0], b.x[1], &f[0], &f[1]);
    box_muller(b.x[2], b.x[3], &f[2], &f[3]);
}

// Of each group the first four normal numbers within two deviations. A group draws from 256 blocks of its own.
INLINE void truncated_groups(const ck_random *r, uint64_t first, vec kept[4]) {
    int counts[VECTOR_WIDTH] = {0}, full = 0;
    for (int block = 0; block < 256 && full < VECTOR_WIDTH; block++) {
        vec f[4];
        normal_blocks(philox_run(r, 256 * first + (uint64_t)block, 256), f);
        for (int lane = 0; lane < VECTOR_WIDTH; lane++) {
            if (counts[lane] == 4) continue;
            for (int i = 0; i < 4 && counts[lane] < 4; i++)
                if (f[i][lane] < 2.0f && f[i][lane] > -2.0f) kept[counts[lane]++][lane] = f[i][lane];
            full += counts[lane] == 4;
        }
    }
}

// Stores the four numbers of each of the first `count` lanes side by side.
INLINE void store_groups(const vec f[4], float *output, int64_t count) {
    if (count < VECTOR_WIDTH) {
        for (int64_t lane = 0; lane < count; lane++)
            for (int i = 0; i < 4; i++) output[4 * lane + i] = f[i][lane];
        return;
    }
    typedef float quad __attribute__((vector_size(16), aligned(4), may_alias));
    UNROLL for (int lane = 0; lane < VECTOR_WIDTH; lane++)
        *(quad *)(output + 4 * lane) = (quad){f[0][lane], f[1][lane], f[2][lane], f[3][lane]};
}

// output[4 * g + i] = offset + scale * number i of group first + g.
static void random_numbers(const ck_random *r, int64_t first, int64_t groups, float *output) {
#pragma clang fp contract(off)
    for (int64_t group = 0; group < groups; group += VECTOR_WIDTH) {
        vec f[4] = {{0}};
        uint64_t start = (uint64_t)(first + group);
        if (r->distribution == CK_TRUNCATED_NORMAL) {
            truncated_groups(r, start, f);
        } else {
            philox_blocks b = philox_run(r, start, 1);
            if (r->distribution == CK_NORMAL) normal_blocks(b, f);
            else for (int i = 0; i < 4; i++) f[i] = unit_interval(b.x[i]);
        }
        for (int i = 0; i < 4; i++) f[i] = f[i] * r->scale + r->offset;
        int64_t count = groups - group < VECTOR_WIDTH ? groups - group : VECTOR_WIDTH;
        store_groups(f, output + 4 * group, count);
    }
}
