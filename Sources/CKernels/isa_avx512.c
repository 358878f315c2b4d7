// The kernels for AVX-512: vectors of 16 floats, 32 registers.
#include "ckernels.h"
#if defined(__x86_64__)
#include <immintrin.h>
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,avx2,fma,prfchw"))), apply_to = function)
#define ISA_NAME "AVX-512"
#define ISA_TABLE ck_table_avx512
#define VECTOR_WIDTH 16
#define TILE_PIXELS 14
#define TILE_VECTORS 2
#include "kernels/all.h"
#pragma clang attribute pop
#endif
