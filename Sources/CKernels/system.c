#define _GNU_SOURCE
#include "ck_system.h"

#include <stdlib.h>
#include <sys/mman.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

static int interrupted;

void ck_interrupt_set(int value) { __atomic_store_n(&interrupted, value, __ATOMIC_RELAXED); }
int ck_interrupt_get(void) { return __atomic_load_n(&interrupted, __ATOMIC_RELAXED); }

void *ck_allocate(size_t bytes) {
    const size_t large_page = (size_t)2 << 20;
    void *memory = NULL;
    int large = bytes >= 2 * large_page;
    if (posix_memalign(&memory, large ? large_page : 64, bytes) != 0) return NULL;
#ifdef MADV_HUGEPAGE
    if (large) madvise(memory, bytes, MADV_HUGEPAGE);
#endif
    return memory;
}

void ck_use_one_heap(void) {
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 1);
#endif
}
