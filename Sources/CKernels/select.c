// Which kernels this processor can run.
#include "ckernels.h"

extern const ck_kernels ck_table_baseline;
const ck_kernels *ck_kernels_baseline(void) { return &ck_table_baseline; }

#if defined(__x86_64__)
extern const ck_kernels ck_table_avx2;
extern const ck_kernels ck_table_avx512;

const ck_kernels *ck_kernels_for(int isa) {
    __builtin_cpu_init();
    int avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    int avx512 = avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
                 __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
    switch (isa) {
    case 0: return &ck_table_baseline;
    case 1: return avx2 ? &ck_table_avx2 : NULL;
    case 2: return avx512 ? &ck_table_avx512 : NULL;
    default: return NULL;
    }
}
#else
const ck_kernels *ck_kernels_for(int isa) { return isa == 0 ? &ck_table_baseline : NULL; }
#endif
