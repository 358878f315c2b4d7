// Grouped convolution with as many filters as channels in a group, 2, 4 or 8: a vector holds several groups, and each of
// their channels in turn is spread over the lanes of its group.
#define LANE(L, Q, I) ((L) / (Q) * (Q) + (I))
#if VECTOR_WIDTH == 16
#define LANES(Q, I)                                                                                                    \
    LANE(0, Q, I), LANE(1, Q, I), LANE(2, Q, I), LANE(3, Q, I), LANE(4, Q, I), LANE(5, Q, I), LANE(6, Q, I),           \
        LANE(7, Q, I), LANE(8, Q, I), LANE(9, Q, I), LANE(10, Q, I), LANE(11, Q, I), LANE(12, Q, I), LANE(13, Q, I),   \
        LANE(14, Q, I), LANE(15, Q, I)
#elif VECTOR_WIDTH == 8
#define LANES(Q, I)                                                                                                    \
    LANE(0, Q, I), LANE(1, Q, I), LANE(2, Q, I), LANE(3, Q, I), LANE(4, Q, I), LANE(5, Q, I), LANE(6, Q, I),           \
        LANE(7, Q, I)
#else
#define LANES(Q, I) LANE(0, Q, I), LANE(1, Q, I), LANE(2, Q, I), LANE(3, Q, I)
#endif
#define SPREAD(Q, I) __builtin_shufflevector(v, v, LANES(Q, I))

// Channel i of each group of q, in all lanes of its group. `v` begins at x; a group may be wider than a vector.
INLINE vec spread(vec v, const float *x, const int q, const int i) {
#if VECTOR_WIDTH >= 8
    if (q == 8) {
        switch (i) {
        case 0: return SPREAD(8, 0);
        case 1: return SPREAD(8, 1);
        case 2: return SPREAD(8, 2);
        case 3: return SPREAD(8, 3);
        case 4: return SPREAD(8, 4);
        case 5: return SPREAD(8, 5);
        case 6: return SPREAD(8, 6);
        default: return SPREAD(8, 7);
        }
    }
#endif
    if (q == 4) return i == 0 ? SPREAD(4, 0) : i == 1 ? SPREAD(4, 1) : i == 2 ? SPREAD(4, 2) : SPREAD(4, 3);
    if (q == 2) return i == 0 ? SPREAD(2, 0) : SPREAD(2, 1);
    return splat(x[i]);
}

// P output pixels, one vector of channels; q channels in a group.
INLINE void grouped_tile(const ck_channel_row *a, int64_t first, int64_t channel, const int P, const int q) {
    vec acc[CHANNEL_PIXELS], bias = a->bias ? load(a->bias + channel) : (vec){};
    UNROLL for (int p = 0; p < P; p++) acc[p] = bias;
    const int64_t step = a->pixel_stride, start = first * step;
    // The weights of 16 channels lie together: [q][16].
    const int64_t place = channel / 16 * 16 * q + channel % 16;
    for (int64_t t = 0; t < a->taps; t++) {
        const float *x = a->rows[t] + start;
        vec w[8];
        UNROLL for (int i = 0; i < q; i++) w[i] = load(a->weights[t] + place + i * 16);
        UNROLL for (int p = 0; p < P; p++) {
            vec v = load(x + p * step + channel);
            const float *group = x + p * step + channel / q * q;
            UNROLL for (int i = 0; i < q; i++) acc[p] += spread(v, group, q, i) * w[i];
        }
    }
    UNROLL for (int p = 0; p < P; p++)
        store(a->output + (first + p) * a->output_stride + channel, apply_epilogue(acc[p], &a->epilogue));
}

INLINE void grouped_row_of(const ck_channel_row *a, const int q) {
    for (int64_t channel = 0; channel < a->channels; channel += VECTOR_WIDTH) {
        int64_t first = 0;
        for (; first + CHANNEL_PIXELS <= a->pixels; first += CHANNEL_PIXELS)
            grouped_tile(a, first, channel, CHANNEL_PIXELS, q);
        for (; first < a->pixels; first++) grouped_tile(a, first, channel, 1, q);
    }
}

static void grouped_row(const ck_channel_row *a, int64_t group) {
    if (group == 2) grouped_row_of(a, 2);
    else if (group == 4) grouped_row_of(a, 4);
    else grouped_row_of(a, 8);
}
