// Windows that keep channels apart: vectors run over channels, a tile is several output pixels.
#define CHANNEL_PIXELS 8
#define CHANNEL_VECTORS 4

INLINE vec larger(vec a, vec b) { return pick((a > b) | (a != a), a, b); }

INLINE vec window_start(const ck_window_kind kind) { return splat(kind == CK_LARGEST ? -__builtin_inff() : 0.0f); }

INLINE vec window_step(vec acc, vec x, vec w, const ck_window_kind kind) {
    return kind == CK_LARGEST ? larger(x, acc) : kind == CK_MEAN ? acc + x : acc + x * w;
}

INLINE vec window_end(vec acc, vec bias, const ck_channel_row *a, const ck_window_kind kind) {
    if (kind == CK_WEIGHTED_SUM) return apply_epilogue(acc + bias, &a->epilogue);
    if (kind == CK_LARGEST) return acc;
    // The reciprocal of a power of two is exact, and a multiplication is faster.
    return a->taps & (a->taps - 1) ? acc / (float)a->taps : acc * (1 / (float)a->taps);
}

// P output pixels, V vectors of channels; `left` channels of a single vector are there unless it is whole.
INLINE void channel_tile(const ck_channel_row *a, int64_t first, int64_t channel, int64_t left, const int P, const int V,
                         const int whole, const ck_window_kind kind) {
    vec acc[CHANNEL_PIXELS][CHANNEL_VECTORS];
    UNROLL for (int p = 0; p < P; p++) UNROLL for (int v = 0; v < V; v++) acc[p][v] = window_start(kind);
    const int64_t step = a->pixel_stride, start = first * step + channel;
    for (int64_t t = 0; t < a->taps; t++) {
        const float *x = a->rows[t] + start;
        UNROLL for (int v = 0; v < V; v++) {
            const int64_t at = v * VECTOR_WIDTH;
            vec w = {};
            if (kind == CK_WEIGHTED_SUM) {
                const float *weight = a->weights[t] + channel + at;
                w = whole ? load(weight) : load_part(weight, left);
            }
            UNROLL for (int p = 0; p < P; p++) {
                vec value = whole ? load(x + p * step + at) : load_part(x + p * step + at, left);
                acc[p][v] = window_step(acc[p][v], value, w, kind);
            }
        }
    }
    UNROLL for (int v = 0; v < V; v++) {
        const int64_t at = channel + v * VECTOR_WIDTH;
        vec bias = {};
        if (kind == CK_WEIGHTED_SUM && a->bias) bias = whole ? load(a->bias + at) : load_part(a->bias + at, left);
        UNROLL for (int p = 0; p < P; p++) {
            float *target = a->output + (first + p) * a->output_stride + at;
            vec result = window_end(acc[p][v], bias, a, kind);
            if (whole) store(target, result);
            else store_part(target, result, left);
        }
    }
}

// P output pixels of a window three pixels wide that moves by S: each input pixel is loaded once for each of its rows.
INLINE void channel_strip(const ck_channel_row *a, int64_t first, int64_t channel, const int P, const int S,
                          const ck_window_kind kind) {
    vec acc[CHANNEL_PIXELS];
    UNROLL for (int p = 0; p < P; p++) acc[p] = window_start(kind);
    const int64_t start = first * a->pixel_stride + channel;
    for (int64_t t = 0; t < a->taps; t += 3) {
        const float *x = a->rows[t] + start;
        vec w[3] = {};
        if (kind == CK_WEIGHTED_SUM) UNROLL for (int k = 0; k < 3; k++) w[k] = load(a->weights[t + k] + channel);
        UNROLL for (int i = 0; i < (P - 1) * S + 3; i++) {
            vec value = load(x);
            UNROLL for (int k = 0; k < 3; k++)
                if (i >= k && (i - k) % S == 0 && (i - k) / S < P)
                    acc[(i - k) / S] = window_step(acc[(i - k) / S], value, w[k], kind);
            x += a->channels;
        }
    }
    vec bias = kind == CK_WEIGHTED_SUM && a->bias ? load(a->bias + channel) : (vec){};
    UNROLL for (int p = 0; p < P; p++)
        store(a->output + (first + p) * a->output_stride + channel, window_end(acc[p], bias, a, kind));
}

// P output pixels that all see the same number of taps, all channels.
INLINE void channel_pixels(const ck_channel_row *a, int64_t first, const int P, const ck_window_kind kind) {
    const int64_t step = a->row_taps == 3 && P > 1 ? a->pixel_stride : 0;
    int64_t channel = 0;
    // A window without weights has nothing to keep for the next pixel: several vectors side by side are whole cache lines.
    if (kind != CK_WEIGHTED_SUM && P <= 2)
        for (; channel + CHANNEL_VECTORS * VECTOR_WIDTH <= a->channels; channel += CHANNEL_VECTORS * VECTOR_WIDTH)
            channel_tile(a, first, channel, 0, P, CHANNEL_VECTORS, 1, kind);
    for (; channel + VECTOR_WIDTH <= a->channels; channel += VECTOR_WIDTH) {
        if (step == a->channels) channel_strip(a, first, channel, P, 1, kind);
        else if (step == 2 * a->channels) channel_strip(a, first, channel, P, 2, kind);
        else channel_tile(a, first, channel, 0, P, 1, 1, kind);
    }
    if (channel < a->channels)
        UNROLL for (int p = 0; p < P; p++) channel_tile(a, first + p, channel, a->channels - channel, 1, 1, 0, kind);
}

// The channels of some neighbouring pixels are finished before the next pixels, so that whole cache lines are read once.
INLINE void channel_row_of(const ck_channel_row *a, const ck_window_kind kind) {
    const int shared = kind == CK_WEIGHTED_SUM || a->row_taps * a->channels > a->pixel_stride;
    int64_t first = 0;
    if (shared) {
        for (; first + 8 <= a->pixels; first += 8) channel_pixels(a, first, 8, kind);
        if (first + 4 <= a->pixels) channel_pixels(a, first, 4, kind), first += 4;
    }
    for (; first + 2 <= a->pixels; first += 2) channel_pixels(a, first, 2, kind);
    if (first < a->pixels) channel_pixels(a, first, 1, kind);
}

static void channel_row(const ck_channel_row *a) {
    switch (a->kind) {
    case CK_WEIGHTED_SUM: channel_row_of(a, CK_WEIGHTED_SUM); break;
    case CK_MEAN: channel_row_of(a, CK_MEAN); break;
    case CK_LARGEST: channel_row_of(a, CK_LARGEST); break;
    }
}
