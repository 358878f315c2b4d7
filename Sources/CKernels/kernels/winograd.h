// Winograd's minimal filtering F(4x4, 3x3): an input tile of 6x6 pixels and a 3x3 kernel are transformed (B^T d B and
// G g G^T), multiplied point by point, and transformed back (A^T m A) to 4x4 output pixels. The points are 0, 1, -1, 2, -2
// and infinity. Vectors run over channels or filters.
#define WINO_POINTS 6
#define WINO_PIXELS 4

// t = B^T d
INLINE void wino_input_axis(const vec *d, vec *t) {
    vec a = d[4] - 4 * d[2], b = d[3] - 4 * d[1];
    vec c = d[4] - d[2], e = 2 * (d[3] - d[1]);
    t[0] = 4 * (d[0] - d[2]) - d[2] + d[4];
    t[1] = a + b;
    t[2] = a - b;
    t[3] = c + e;
    t[4] = c - e;
    t[5] = 4 * (d[1] - d[3]) - d[3] + d[5];
}

// o = A^T m
INLINE void wino_output_axis(const vec *m, vec *o) {
    vec a = m[1] + m[2], b = m[1] - m[2], c = m[3] + m[4], e = m[3] - m[4];
    o[0] = m[0] + a + c;
    o[1] = b + 2 * e;
    o[2] = a + 4 * c;
    o[3] = b + 8 * e + m[5];
}

// u = G g
INLINE void wino_kernel_axis(const vec *g, vec *u) {
    const float sixth = 1.f / 6, twelfth = 1.f / 12, twentyfourth = 1.f / 24;
    vec a = (g[0] + g[2]) * -sixth, b = g[1] * -sixth, c = g[0] * twentyfourth + g[2] * sixth, e = g[1] * twelfth;
    u[0] = g[0] * 0.25f;
    u[1] = a + b;
    u[2] = a - b;
    u[3] = c + e;
    u[4] = c - e;
    u[5] = g[2];
}

// One vector of channels of an input tile; `left` of them are there unless it is whole.
INLINE void wino_input_vector(const float *const *pixels, int64_t c, float *v, int64_t stride, int64_t left,
                              const int whole) {
    vec half[WINO_POINTS][WINO_POINTS];
    UNROLL for (int x = 0; x < WINO_POINTS; x++) {
        vec column[WINO_POINTS], t[WINO_POINTS];
        UNROLL for (int y = 0; y < WINO_POINTS; y++) {
            const float *pixel = pixels[y * WINO_POINTS + x] + c;
            column[y] = whole ? load(pixel) : load_part(pixel, left);
        }
        wino_input_axis(column, t);
        UNROLL for (int y = 0; y < WINO_POINTS; y++) half[y][x] = t[y];
    }
    UNROLL for (int y = 0; y < WINO_POINTS; y++) {
        vec t[WINO_POINTS];
        wino_input_axis(half[y], t);
        UNROLL for (int x = 0; x < WINO_POINTS; x++) {
            float *to = v + (y * WINO_POINTS + x) * stride + c;
            if (whole) store(to, t[x]);
            else store_part(to, t[x], left);
        }
    }
}

static void winograd_input(const float *const *pixels, int64_t channels, float *v, int64_t stride) {
    int64_t c = 0;
    for (; c + VECTOR_WIDTH <= channels; c += VECTOR_WIDTH) wino_input_vector(pixels, c, v, stride, 0, 1);
    if (c < channels) wino_input_vector(pixels, c, v, stride, channels - c, 0);
}

// One vector of filters of an output tile.
INLINE void wino_output_vector(const float *m, int64_t stride, float *const *pixels, int64_t f, int64_t left,
                               const float *bias, const ck_epilogue *epilogue, const int whole) {
    vec half[WINO_PIXELS][WINO_POINTS], shift = bias ? load(bias + f) : (vec){};
    UNROLL for (int x = 0; x < WINO_POINTS; x++) {
        vec column[WINO_POINTS], o[WINO_PIXELS];
        UNROLL for (int y = 0; y < WINO_POINTS; y++) column[y] = load(m + (y * WINO_POINTS + x) * stride + f);
        wino_output_axis(column, o);
        UNROLL for (int y = 0; y < WINO_PIXELS; y++) half[y][x] = o[y];
    }
    UNROLL for (int y = 0; y < WINO_PIXELS; y++) {
        vec o[WINO_PIXELS];
        wino_output_axis(half[y], o);
        UNROLL for (int x = 0; x < WINO_PIXELS; x++) {
            float *to = pixels[y * WINO_PIXELS + x];
            if (!to) continue;
            vec result = apply_epilogue(o[x] + shift, epilogue);
            if (whole) store(to + f, result);
            else store_part(to + f, result, left);
        }
    }
}

static void winograd_output(const float *product, int64_t stride, float *const *pixels, int64_t width,
                            const float *bias, const ck_epilogue *epilogue) {
    int64_t f = 0;
    for (; f + VECTOR_WIDTH <= width; f += VECTOR_WIDTH)
        wino_output_vector(product, stride, pixels, f, 0, bias, epilogue, 1);
    if (f < width) wino_output_vector(product, stride, pixels, f, width - f, bias, epilogue, 0);
}

static void winograd_kernel(const float *g, int64_t tap, int64_t width, float *u, int64_t stride) {
    for (int64_t f = 0; f < CK_BLOCK; f += VECTOR_WIDTH) {
        int64_t left = width - f;
        vec half[WINO_POINTS][3];
        UNROLL for (int x = 0; x < 3; x++) {
            vec column[3], t[WINO_POINTS];
            UNROLL for (int y = 0; y < 3; y++) {
                const float *p = g + (y * 3 + x) * tap + f;
                column[y] = left >= VECTOR_WIDTH ? load(p) : left > 0 ? load_part(p, left) : (vec){};
            }
            wino_kernel_axis(column, t);
            UNROLL for (int y = 0; y < WINO_POINTS; y++) half[y][x] = t[y];
        }
        UNROLL for (int y = 0; y < WINO_POINTS; y++) {
            vec t[WINO_POINTS];
            wino_kernel_axis(half[y], t);
            UNROLL for (int x = 0; x < WINO_POINTS; x++) store(u + (y * WINO_POINTS + x) * stride + f, t[x]);
        }
    }
}
