// Convolution with few filters: vectors run over the input's floats, tiles over output pixels, one filter at a time; each
// accumulator is summed up at the end.
#define DOT_PIXELS 8

// The sum of a vector's elements, by halves.
INLINE float sum_of(vec v) {
    float lanes[VECTOR_WIDTH];
    store(lanes, v);
    UNROLL for (int width = VECTOR_WIDTH / 2; width > 0; width /= 2)
        UNROLL for (int i = 0; i < width; i++) lanes[i] += lanes[i + width];
    return lanes[0];
}

INLINE float scalar_epilogue(float v, const ck_epilogue *e) {
    if (e->kind == CK_PLAIN) return v;
    if (e->kind == CK_GENERAL && v < 0) v *= e->slope;
    v = v < e->low ? e->low : v;
    return v > e->high ? e->high : v;
}

// P neighbouring output pixels that see `run` floats of each tap, from `start` on; `skip` floats of the weights are left
// out before them.
INLINE void dot_tile(const ck_dot_row *a, int64_t pixel, int64_t start, int64_t skip, int64_t run, int64_t filter,
                     const int P) {
    vec acc[DOT_PIXELS];
    UNROLL for (int p = 0; p < P; p++) acc[p] = (vec){};
    const int64_t step = a->stride * a->channels;
    for (int64_t t = 0; t < a->taps; t++) {
        const float *x = a->rows[t] + start;
        const float *w = a->weights[t] + filter * a->filter_stride + skip;
        int64_t c = 0;
        for (; c + VECTOR_WIDTH <= run; c += VECTOR_WIDTH) {
            vec weight = load(w + c);
            UNROLL for (int p = 0; p < P; p++) acc[p] += load(x + p * step + c) * weight;
        }
        if (c < run) {
            vec weight = load_part(w + c, run - c);
            UNROLL for (int p = 0; p < P; p++) acc[p] += load_part(x + p * step + c, run - c) * weight;
        }
    }
    float bias = a->bias ? a->bias[filter] : 0;
    UNROLL for (int p = 0; p < P; p++)
        a->output[(pixel + p) * a->output_stride + filter] = scalar_epilogue(sum_of(acc[p]) + bias, &a->epilogue);
}

#define DOT_TILE(P)                                                                                                    \
    static void dot_tile_##P(const ck_dot_row *a, int64_t pixel, int64_t start, int64_t run, int64_t filter) {         \
        dot_tile(a, pixel, start, 0, run, filter, P);                                                                  \
    }
DOT_TILE(1) DOT_TILE(2) DOT_TILE(3) DOT_TILE(4) DOT_TILE(5) DOT_TILE(6) DOT_TILE(7) DOT_TILE(8)
typedef void (*dot_tile_function)(const ck_dot_row *, int64_t, int64_t, int64_t, int64_t);
static const dot_tile_function dot_tiles[DOT_PIXELS + 1] = {
    0, dot_tile_1, dot_tile_2, dot_tile_3, dot_tile_4, dot_tile_5, dot_tile_6, dot_tile_7, dot_tile_8};

// One output pixel at the border: the run is cut to what lies inside the input.
static void dot_border(const ck_dot_row *a, int64_t pixel, int64_t filter) {
    int64_t begin = pixel * a->stride + a->first, end = begin + a->run_pixels;
    int64_t from = begin < 0 ? 0 : begin, to = end > a->input_pixels ? a->input_pixels : end;
    if (to < from) to = from = 0;
    dot_tile(a, pixel, from * a->channels, from == 0 && to == 0 ? 0 : (from - begin) * a->channels,
             (to - from) * a->channels, filter, 1);
}

static void dot_row(const ck_dot_row *a) {
    // The output pixels whose runs lie inside: low to high.
    int64_t low = a->first >= 0 ? 0 : (-a->first + a->stride - 1) / a->stride;
    int64_t room = a->input_pixels - a->run_pixels - a->first;
    int64_t high = room < 0 ? 0 : room / a->stride + 1;
    if (high > a->pixels) high = a->pixels;
    if (low >= high) low = high = 0;
    int64_t run = a->run_pixels * a->channels, tiles = (high - low + DOT_PIXELS - 1) / DOT_PIXELS;
    for (int64_t filter = 0; filter < a->width; filter++) {
        for (int64_t pixel = 0; pixel < low; pixel++) dot_border(a, pixel, filter);
        int64_t pixel = low;
        for (int64_t tile = 0; tile < tiles; tile++) {
            int64_t end = low + (high - low) * (tile + 1) / tiles;
            dot_tiles[end - pixel](a, pixel, (pixel * a->stride + a->first) * a->channels, run, filter);
            pixel = end;
        }
        for (pixel = high; pixel < a->pixels; pixel++) dot_border(a, pixel, filter);
    }
}
