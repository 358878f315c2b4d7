// All kernels for one instruction set, and their table. Included by isa_*.c, which set VECTOR_WIDTH and the tile's sizes.
#include <stdint.h>
#include "vector.h"
#include "row.h"
#include "dot_row.h"
#include "vector_matrix.h"
#include "channel_row.h"
#include "grouped_row.h"
#include "winograd.h"
#include "double_math.h"
#include "map.h"
#include "simple.h"
#include "random.h"

const ck_kernels ISA_TABLE = {
    .name = ISA_NAME,
    .tile_pixels = TILE_PIXELS,
    .row = row,
    .dot_row = dot_row,
    .vector_matrix = vector_matrix,
    .grouped_row = grouped_row,
    .channel_row = channel_row,
    .winograd_input = winograd_input,
    .winograd_output = winograd_output,
    .winograd_kernel = winograd_kernel,
    .map = map,
    .combine = combine,
    .max_into = max_into,
    .add_into = add_into,
    .transpose = transpose,
    .random_numbers = random_numbers,
    .fma_rounds = fma_rounds,
};
