// Windows that keep channels apart: vectors run over channels, a tile is several output pixels.
#define CHANNEL_PIXELS 8

INLINE vec larger(vec a, vec b) { return pick((a > b) | (a != a), a, b); }

INLINE vec window_start(const ck_window_kind kind) { return splat(kind == CK_LARGEST ? -__builtin_inff() : 0.0f); }

INLINE vec window_step(vec acc, vec x, vec w, const ck_window_kind kind) {
    return kind == CK_LARGEST ? larger(x, acc) : kind == CK_MEAN ? acc + x : acc + x * w;
}

INLINE vec window_end(vec acc, vec bias, const ck_channel_row *a, const ck_window_kind kind) {
    if (kind == CK_WEIGHTED_SUM) return apply_epilogue(acc + bias, &a->epilogue);
    return kind == CK_MEAN ? acc / (float)a->taps : acc;
}

// P output pixels, one vector of channels; `left` channels of it are there.
INLINE void channel_tile(const ck_channel_row *a, int64_t first, int64_t channel, int64_t left, const int P,
                         const int whole, const ck_window_kind kind) {
    vec acc[CHANNEL_PIXELS];
    UNROLL for (int p = 0; p < P; p++) acc[p] = window_start(kind);
    const int64_t step = a->pixel_stride, start = first * step + channel;
    for (int64_t t = 0; t < a->taps; t++) {
        const float *x = a->rows[t] + start;
        vec w = {};
        if (kind == CK_WEIGHTED_SUM)
            w = whole ? load(a->weights[t] + channel) : load_part(a->weights[t] + channel, left);
        UNROLL for (int p = 0; p < P; p++) {
            vec value = whole ? load(x + p * step) : load_part(x + p * step, left);
            acc[p] = window_step(acc[p], value, w, kind);
        }
    }
    vec bias = {};
    if (kind == CK_WEIGHTED_SUM && a->bias) bias = whole ? load(a->bias + channel) : load_part(a->bias + channel, left);
    UNROLL for (int p = 0; p < P; p++) {
        float *target = a->output + (first + p) * a->output_stride + channel;
        vec result = window_end(acc[p], bias, a, kind);
        if (whole) store(target, result);
        else store_part(target, result, left);
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

INLINE int64_t channel_strips(const ck_channel_row *a, int64_t channel, const int S, const ck_window_kind kind) {
    int64_t first = 0;
    for (; first + 8 <= a->pixels; first += 8) channel_strip(a, first, channel, 8, S, kind);
    if (first + 4 <= a->pixels) channel_strip(a, first, channel, 4, S, kind), first += 4;
    if (first + 2 <= a->pixels) channel_strip(a, first, channel, 2, S, kind), first += 2;
    return first;
}

INLINE void channel_row_of(const ck_channel_row *a, const ck_window_kind kind) {
    for (int64_t channel = 0; channel < a->channels; channel += VECTOR_WIDTH) {
        int64_t left = a->channels - channel, first = 0;
        if (left >= VECTOR_WIDTH) {
            if (a->row_taps == 3 && a->pixel_stride == a->channels) first = channel_strips(a, channel, 1, kind);
            if (a->row_taps == 3 && a->pixel_stride == 2 * a->channels) first = channel_strips(a, channel, 2, kind);
            for (; first + CHANNEL_PIXELS <= a->pixels; first += CHANNEL_PIXELS)
                channel_tile(a, first, channel, left, CHANNEL_PIXELS, 1, kind);
            for (; first < a->pixels; first++) channel_tile(a, first, channel, left, 1, 1, kind);
        } else {
            for (; first < a->pixels; first++) channel_tile(a, first, channel, left, 1, 0, kind);
        }
    }
}

static void channel_row(const ck_channel_row *a) {
    switch (a->kind) {
    case CK_WEIGHTED_SUM: channel_row_of(a, CK_WEIGHTED_SUM); break;
    case CK_MEAN: channel_row_of(a, CK_MEAN); break;
    case CK_LARGEST: channel_row_of(a, CK_LARGEST); break;
    }
}
