// A vector times a matrix that is read once: bound by memory. Sixteen rows of the matrix stream in side by side, each
// asked for two lines ahead; the sums stay in the first cache.
#define STREAM_ROWS 16
#define PREFETCH_FLOATS 32

// output[j] += sum over r < R of x[r] * rows[r][j]; even and odd rows add up apart.
INLINE void add_rows(const float *x, const float *rows, int64_t stride, int64_t columns, float *output, const int R) {
    int64_t j = 0;
    for (; j + VECTOR_WIDTH <= columns; j += VECTOR_WIDTH) {
        vec even = load(output + j), odd = {};
        UNROLL for (int r = 0; r < R; r++) {
            __builtin_prefetch(rows + r * stride + j + PREFETCH_FLOATS, 0, 3);
            vec product = x[r] * load(rows + r * stride + j);
            if (r % 2 == 0) even += product;
            else odd += product;
        }
        store(output + j, even + odd);
    }
    for (; j < columns; j++)
        for (int r = 0; r < R; r++) output[j] += x[r] * rows[r * stride + j];
}

static void vector_matrix(const float *x, int64_t rows, const float *matrix, int64_t columns, float *output) {
    for (int64_t j = 0; j < columns; j++) output[j] = 0;
    int64_t c = 0;
    for (; c + STREAM_ROWS <= rows; c += STREAM_ROWS)
        add_rows(x + c, matrix + c * columns, columns, columns, output, STREAM_ROWS);
    for (; c < rows; c++) add_rows(x + c, matrix + c * columns, columns, columns, output, 1);
}
