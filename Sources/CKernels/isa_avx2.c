// The kernels for AVX2 with fused multiply-add: vectors of 8 floats, 16 registers.
#include "ckernels.h"
#if defined(__x86_64__)
#include <immintrin.h>
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define ISA_NAME "AVX2"
#define ISA_TABLE ck_table_avx2
#define VECTOR_WIDTH 8
#define TILE_PIXELS 6
#define TILE_VECTORS 2
#include "kernels/all.h"
#pragma clang attribute pop
#endif
