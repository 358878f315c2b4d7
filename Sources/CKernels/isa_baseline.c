// The kernels for every processor of the architecture: vectors of 4 floats, which is SSE2 or NEON.
#include "ckernels.h"
#if defined(__aarch64__)
#define ISA_NAME "NEON"
#define TILE_PIXELS 6
#define TILE_VECTORS 4
#else
#define ISA_NAME "baseline"
#define TILE_PIXELS 6
#define TILE_VECTORS 2
#endif
#define ISA_TABLE ck_table_baseline
#define VECTOR_WIDTH 4
#include "kernels/all.h"
