// What Swift has no portable words for: a flag for signal handlers, atomic counters, aligned memory.
#ifndef CK_SYSTEM_H
#define CK_SYSTEM_H

#include <stddef.h>
#include <stdint.h>

/// Sets or clears the flag that stops long computations. Async-signal-safe.
void ck_interrupt_set(int value);
/// The flag.
int ck_interrupt_get(void);

/// Memory from a 64-byte boundary on, to be given to free(); NULL if there is none. Large blocks ask for large pages.
void *_Nullable ck_allocate(size_t bytes);

/// Lets all threads allocate from one heap, for programs in which one thread does most of it. glibc gives each thread a
/// heap of its own, which it extends page by page, with a system call each.
void ck_use_one_heap(void);

/// Adds to a counter; gives its value from before.
static inline int64_t ck_atomic_add(int64_t *_Nonnull counter, int64_t value) {
    return __atomic_fetch_add(counter, value, __ATOMIC_ACQ_REL);
}
/// A counter's value.
static inline int64_t ck_atomic_load(int64_t *_Nonnull counter) { return __atomic_load_n(counter, __ATOMIC_ACQUIRE); }
/// Sets a counter.
static inline void ck_atomic_store(int64_t *_Nonnull counter, int64_t value) {
    __atomic_store_n(counter, value, __ATOMIC_RELEASE);
}
/// Sets a counter; gives its value from before.
static inline int64_t ck_atomic_exchange(int64_t *_Nonnull counter, int64_t value) {
    return __atomic_exchange_n(counter, value, __ATOMIC_ACQ_REL);
}
/// Tells the processor that this is a loop that waits.
static inline void ck_pause(void) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    __asm__ volatile("yield");
#endif
}

#endif
