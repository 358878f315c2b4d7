// A vector times a matrix that is read once: bound by memory. Eight rows of the matrix stream in side by side, and the
// next eight are asked for ahead of their use; the sums stay in the first cache.
#define STREAM_ROWS 8

// output[j] += sum over r < R of x[r] * rows[r][j].
INLINE void add_rows(const float *x, const float *rows, int64_t stride, int64_t columns, float *output, const int R) {
    int64_t j = 0;
    for (; j + VECTOR_WIDTH <= columns; j += VECTOR_WIDTH) {
        vec sum = load(output + j);
        UNROLL for (int r = 0; r < R; r++) {
            __builtin_prefetch(rows + (r + R) * stride + j, 0, 2);
            sum += x[r] * load(rows + r * stride + j);
        }
        store(output + j, sum);
    }
    for (; j < columns; j++)
        for (int r = 0; r < R; r++) output[j] += x[r] * rows[r * stride + j];
}

static void vector_matrix(const float *x, int64_t rows, const float *matrix, int64_t stride, int64_t columns,
                          const float *bias, float *output, const ck_epilogue *epilogue) {
    for (int64_t j = 0; j < columns; j++) output[j] = bias ? bias[j] : 0;
    int64_t c = 0;
    for (; c + STREAM_ROWS <= rows; c += STREAM_ROWS)
        add_rows(x + c, matrix + c * stride, stride, columns, output, STREAM_ROWS);
    for (; c < rows; c++) add_rows(x + c, matrix + c * stride, stride, columns, output, 1);
    if (epilogue->kind == CK_PLAIN) return;
    for (int64_t j = 0; j < columns; j++) output[j] = scalar_epilogue(output[j], epilogue);
}
