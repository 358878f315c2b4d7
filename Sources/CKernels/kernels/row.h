// The register tile of direct convolution: P output pixels by V vectors of filters.

#define SHORT_RUN 128
// Floats of a run whose weights are asked for in advance, where nothing else is: 8 KiB, past the end of a page.
#define WEIGHTS_AHEAD 64

// Stores a tile. The epilogue is a copy, of a kind known here, so that it stays in registers.
INLINE void row_store(vec acc[TILE_PIXELS][TILE_VECTORS], const ck_row *a, int64_t first, int64_t filter, const int P,
                      const int V, const ck_epilogue_kind kind) {
    const ck_epilogue epilogue = {kind, a->epilogue.slope, a->epilogue.low, a->epilogue.high};
    const int64_t step = a->output_stride, left = a->width - filter;
    float *out = a->output + first * step + filter;
    UNROLL for (int p = 0; p < P; p++) {
        UNROLL for (int v = 0; v < V; v++) {
            vec result = apply_epilogue(acc[p][v], &epilogue);
            if (left >= V * VECTOR_WIDTH) store(out + v * VECTOR_WIDTH, result);
            else if (left > v * VECTOR_WIDTH) store_some(out + v * VECTOR_WIDTH, result, left - v * VECTOR_WIDTH);
        }
        out += step;
    }
}

// Adds the products of all taps and channels for P pixels from `first` on, and stores the results.
INLINE void row_tile(const ck_row *a, int64_t first, int64_t filter, const int P, const int V) {
    vec acc[TILE_PIXELS][TILE_VECTORS];
    UNROLL for (int v = 0; v < V; v++) {
        vec bias = a->bias ? load(a->bias + filter + v * VECTOR_WIDTH) : (vec){};
        UNROLL for (int p = 0; p < P; p++) acc[p][v] = bias;
    }
    const int64_t step = a->pixel_stride, run = a->run, prefetch = a->prefetch_step, offset = a->weight_offset + filter;
    // Few products per output: the lines that will be written are asked for at the beginning.
    if (a->taps * run < SHORT_RUN) {
        const float *out = a->output + first * a->output_stride + filter;
        UNROLL for (int p = 0; p < P; p++)
            UNROLL for (int v = 0; v < V * VECTOR_WIDTH; v += 16)
                __builtin_prefetch(out + p * a->output_stride + v, 1, 3);
    }
    for (int64_t t = 0; t < a->taps; t++) {
        const float *x = a->rows[t] + first * step;
        const float *w = a->weights[t] + offset;
        const float *ahead = prefetch ? a->rows[t] + a->prefetch_offset + first * a->prefetch_pixel
                                      : w + WEIGHTS_AHEAD * CK_BLOCK;
        const int64_t ahead_step = prefetch ? prefetch : CK_BLOCK;
        for (int64_t c = 0; c < run; c++) {
            vec weight[TILE_VECTORS];
            UNROLL for (int v = 0; v < V; v++) weight[v] = load(w + v * VECTOR_WIDTH);
            UNROLL for (int p = 0; p < P; p++) {
                vec value = splat(x[p * step]);
                UNROLL for (int v = 0; v < V; v++) acc[p][v] += value * weight[v];
            }
            __builtin_prefetch(ahead, 0, 3);
            ahead += ahead_step;
            x += 1;
            w += CK_BLOCK;
        }
    }
    switch (a->epilogue.kind) {
    case CK_PLAIN: row_store(acc, a, first, filter, P, V, CK_PLAIN); break;
    case CK_AT_LEAST: row_store(acc, a, first, filter, P, V, CK_AT_LEAST); break;
    case CK_GENERAL: row_store(acc, a, first, filter, P, V, CK_GENERAL); break;
    }
}

// Neighbouring tiles of one length, `count` of them: of TILE_VECTORS vectors, and of a single one for the last few
// filters. The loop is inside and the arguments are copied, so that what stays the same is worked out once.
#define ROW_TILES(P)                                                                                                   \
    static void row_tiles_##P(const ck_row *a, int64_t first, int64_t filter, int64_t count) {                         \
        const ck_row copy = *a;                                                                                        \
        for (; count > 0; count--, first += P) row_tile(&copy, first, filter, P, TILE_VECTORS);                        \
    }                                                                                                                  \
    static void row_slim_##P(const ck_row *a, int64_t first, int64_t filter, int64_t count) {                          \
        const ck_row copy = *a;                                                                                        \
        for (; count > 0; count--, first += P) row_tile(&copy, first, filter, P, 1);                                   \
    }
ROW_TILES(1) ROW_TILES(2) ROW_TILES(3) ROW_TILES(4) ROW_TILES(5) ROW_TILES(6)
#if TILE_PIXELS > 6
ROW_TILES(7) ROW_TILES(8) ROW_TILES(9) ROW_TILES(10) ROW_TILES(11) ROW_TILES(12) ROW_TILES(13) ROW_TILES(14)
#endif

typedef void (*row_tiles_function)(const ck_row *, int64_t, int64_t, int64_t);
static const row_tiles_function row_tiles_of[2][TILE_PIXELS + 1] = {
    {0, row_tiles_1, row_tiles_2, row_tiles_3, row_tiles_4, row_tiles_5, row_tiles_6,
#if TILE_PIXELS > 6
     row_tiles_7, row_tiles_8, row_tiles_9, row_tiles_10, row_tiles_11, row_tiles_12, row_tiles_13, row_tiles_14,
#endif
    },
    {0, row_slim_1, row_slim_2, row_slim_3, row_slim_4, row_slim_5, row_slim_6,
#if TILE_PIXELS > 6
     row_slim_7, row_slim_8, row_slim_9, row_slim_10, row_slim_11, row_slim_12, row_slim_13, row_slim_14,
#endif
    },
};

// Pixels 4096 bytes apart, or a multiple, share one set of the first cache, which has room for eight lines.
#define SET_FLOATS 1024
#define SET_PIXELS 7

// A row is divided into tiles of nearly equal length, so that the last one is not a stump: first those that are a pixel
// longer, then the others.
static void row(const ck_row *a) {
    if (a->pixels <= 0) return;
    const int64_t longest = TILE_PIXELS > SET_PIXELS && a->pixel_stride % SET_FLOATS == 0 ? SET_PIXELS : TILE_PIXELS;
    const int64_t tiles = (a->pixels + longest - 1) / longest;
    const int64_t length = a->pixels / tiles, longer = a->pixels % tiles;
    for (int64_t filter = 0; filter < a->width; filter += TILE_VECTORS * VECTOR_WIDTH) {
        const row_tiles_function *of_length = row_tiles_of[a->width - filter <= VECTOR_WIDTH];
        if (longer) of_length[length + 1](a, 0, filter, longer);
        of_length[length](a, longer * (length + 1), filter, tiles - longer);
    }
}
