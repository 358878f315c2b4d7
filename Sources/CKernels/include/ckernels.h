// The inner loops of the tensor engine. They know vectors, strides and counts: no shapes, no layers, no threads.
// Every function exists once per instruction set; a table of them is chosen at start-up.
#ifndef CKERNELS_H
#define CKERNELS_H

#include "ck_system.h"
#include <stdbool.h>

#pragma clang assume_nonnull begin

/// Filters are packed in blocks of this many.
#define CK_BLOCK 32

/// What happens to a result before it is stored.
typedef enum { CK_PLAIN, CK_AT_LEAST, CK_GENERAL } ck_epilogue_kind;

/// Plain: y = v. At least: y = max(v, low). General: y = clamp(v < 0 ? slope * v : v, low, high).
typedef struct {
    ck_epilogue_kind kind;
    float slope, low, high;
} ck_epilogue;

/// One row of output pixels for one block of filters, straight from channels-last data.
///
/// output[p][f] = epilogue(bias[f] + sum over t < taps, c < run of rows[t][p * pixel_stride + c] * weights[t][c][f])
///
/// A tap is a run of neighbouring floats of the input: the channels of one pixel, or of several pixels in a row.
typedef struct {
    const float *_Nonnull const *_Nonnull rows;     ///< per tap: where the first output pixel's run begins
    const float *_Nonnull const *_Nonnull weights;  ///< per tap: [run][CK_BLOCK]
    int64_t taps;
    int64_t weight_offset;  ///< floats from there to the weights of this block
    int64_t run;
    int64_t pixel_stride;   ///< floats from one output pixel's run to the next one's
    int64_t pixels;         ///< output pixels
    float *output;
    int64_t output_stride;  ///< floats from one output pixel to the next
    int64_t width;          ///< filters of the block that are stored, 1 to CK_BLOCK
    const float *_Nullable bias;  ///< CK_BLOCK floats
    ck_epilogue epilogue;
    int64_t prefetch_offset;  ///< floats from the first pixel's run to what is asked for meanwhile
    int64_t prefetch_pixel;  ///< floats of it for each output pixel
    int64_t prefetch_step;  ///< floats of it asked for with each float of a run; 0: weights are asked for instead
} ck_row;

/// One row of output pixels of a convolution with few filters. A tap is a row of the kernel: `run_pixels` neighbouring
/// input pixels with all their channels; those outside the input count as zero.
typedef struct {
    const float *_Nonnull const *_Nonnull rows;     ///< per tap: the first pixel of the input row
    const float *_Nonnull const *_Nonnull weights;  ///< per tap: [run_pixels][channels] of filter 0
    int64_t taps;
    int64_t filter_stride;  ///< floats from one filter's weights to the next one's
    int64_t channels;
    int64_t run_pixels;
    int64_t input_pixels;   ///< of the input row
    int64_t first;          ///< the input pixel at which the first output pixel's run begins; may be negative
    int64_t stride;         ///< input pixels between neighbouring output pixels
    int64_t pixels;         ///< output pixels
    float *output;
    int64_t output_stride;
    int64_t width;          ///< filters
    const float *_Nullable bias;
    ck_epilogue epilogue;
} ck_dot_row;

/// What a window does with the pixels it sees, channel by channel.
typedef enum { CK_WEIGHTED_SUM, CK_MEAN, CK_LARGEST } ck_window_kind;

/// One row of output pixels of a window that keeps channels apart: depthwise convolution and pooling.
///
/// output[p][c] = epilogue(bias[c] + sum over t of rows[t][p * pixel_stride + c] * weights[t][c]), or the mean, or the
/// largest, of the pixels seen.
typedef struct {
    const float *_Nonnull const *_Nonnull rows;  ///< per tap: the first output pixel's input pixel
    const float *_Nonnull const *_Nonnull weights;  ///< per tap: [channels]; only for the weighted sum
    int64_t taps;
    int64_t row_taps;  ///< so many taps after one another look at neighbouring pixels; they divide `taps`
    int64_t channels;
    int64_t pixel_stride;
    int64_t pixels;
    float *output;
    int64_t output_stride;
    const float *_Nullable bias;  ///< [channels]
    ck_epilogue epilogue;
    ck_window_kind kind;
} ck_channel_row;

/// Elementwise functions. Some have parameters a, b, c, such as a slope or a threshold.
typedef enum {
    CK_COPY, CK_CLAMP, CK_RELU, CK_ELU, CK_SELU, CK_CELU, CK_GELU, CK_GELU_TANH, CK_SILU, CK_SOFTPLUS, CK_SOFTSIGN,
    CK_SIGMOID, CK_HARD_SIGMOID, CK_HARD_SILU, CK_TANH, CK_TANH_SHRINK, CK_HARD_TANH, CK_HARD_SHRINK, CK_SOFT_SHRINK,
    CK_SQUAREPLUS, CK_SPARSE_PLUS, CK_SPARSE_SIGMOID, CK_LOG_SIGMOID, CK_EXP, CK_MISH, CK_THRESHOLD, CK_LOG, CK_SQRT,
    CK_RSQRT, CK_SQUARE, CK_ABS, CK_NEGATE, CK_RECIPROCAL, CK_ERF, CK_EXPM1, CK_LOG1P, CK_FUNCTION_COUNT
} ck_function;

/// Functions of two operands.
typedef enum { CK_ADD, CK_SUBTRACT, CK_MULTIPLY, CK_DIVIDE, CK_MAXIMUM, CK_MINIMUM } ck_operation;

/// How random numbers are distributed: evenly over [0, 1), normally with mean 0 and deviation 1, or so and within (-2, 2).
typedef enum { CK_UNIFORM, CK_NORMAL, CK_TRUNCATED_NORMAL } ck_distribution;

/// A stream of random numbers, in groups of four that follow from a key and a counter.
typedef struct {
    uint32_t key[2];
    uint32_t counter[2];  ///< the upper half of the counter; the lower half counts blocks of numbers
    ck_distribution distribution;
    float scale, offset;  ///< each number is multiplied by one, then the other is added, rounded both times
} ck_random;

/// The inner loops of one instruction set.
typedef struct {
    const char *name;
    /// Output pixels of a whole register tile of `row`.
    int64_t tile_pixels;
    /// See ck_row.
    void (*row)(const ck_row *);
    /// As channel_row's weighted sum, with groups of 2, 4 or 8 channels, each with as many filters; the channels are a
    /// multiple of 16. Weights per tap: [channels / 16][group][16].
    void (*grouped_row)(const ck_channel_row *, int64_t group);
    /// See ck_dot_row.
    void (*dot_row)(const ck_dot_row *);
    /// output[j] = sum over c < rows of x[c] * matrix[c * columns + j], j < columns.
    void (*vector_matrix)(const float *x, int64_t rows, const float *matrix, int64_t columns, float *output);
    /// See ck_channel_row.
    void (*channel_row)(const ck_channel_row *);
    /// output[i] = f(input[i]) with three parameters (a slope, a threshold); may work in place.
    void (*map)(ck_function f, const float *parameters, const float *input, float *output, int64_t count);
    /// output[i] = left[i * left_step] op right[i * right_step]; a step is 0 (one number) or 1.
    void (*combine)(ck_operation op, const float *left, int64_t left_step, const float *right, int64_t right_step,
                    float *output, int64_t count);
    /// acc[i] = max(acc[i], input[i]); a NaN stays.
    void (*max_into)(float *acc, const float *input, int64_t count);
    /// acc[i] += factor * input[i].
    void (*add_into)(float *acc, const float *input, float factor, int64_t count);
    /// output[j][i] = input[i][j] for i < rows, j < columns.
    void (*transpose)(const float *input, int64_t input_stride, float *output, int64_t output_stride, int64_t rows,
                      int64_t columns);
    /// Winograd F(4x4, 3x3). The transform of an input tile: pixels[36] point to `channels` floats each; v[i * stride]
    /// takes those of point i.
    void (*winograd_input)(const float *_Nonnull const *_Nonnull pixels, int64_t channels, float *v, int64_t stride);
    /// The way back: product[i * stride] holds CK_BLOCK filters of point i; pixels[16] say where `width` filters of each
    /// output pixel go, NULL for those outside.
    void (*winograd_output)(const float *product, int64_t stride, float *_Nullable const *_Nonnull pixels,
                            int64_t width, const float *_Nullable bias, const ck_epilogue *epilogue);
    /// The transform of `width` filters for one channel: g[tap * t] holds those of pixel t of the kernel; u[i * stride]
    /// takes CK_BLOCK floats of point i.
    void (*winograd_kernel)(const float *g, int64_t tap, int64_t width, float *u, int64_t stride);
    /// Writes the groups first, first + 1 … of a stream: the same numbers with every instruction set.
    void (*random_numbers)(const ck_random *r, int64_t first, int64_t groups, float *output);
    /// Multiplies and adds in registers only, `rounds` times; `operations` says how many operations that was.
    float (*fma_rounds)(int64_t rounds, int64_t *operations);
} ck_kernels;

/// The kernels of an instruction set (0 baseline, 1 AVX2, 2 AVX-512); NULL if this processor does not have it.
const ck_kernels *_Nullable ck_kernels_for(int isa);
/// The kernels that every processor of the architecture can run.
const ck_kernels *ck_kernels_baseline(void);

#pragma clang assume_nonnull end

#endif
