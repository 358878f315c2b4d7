#pragma once

// Readline's settings are plain global variables, which Swift 6 refuses to touch. These functions set and read them.
// Nothing here has state of its own: static variables in a header would exist once for each file that imports it.

#include <errno.h>
#include <stdio.h>
#include <stdint.h>
#include <unistd.h>
#include <readline/readline.h>
#include <readline/history.h>

typedef char **cr_completion_function(const char *text, int start, int end);

// Settings that must stand before the first prompt. Both strings must live as long as the program.
static inline void cr_configure(const char *name, const char *word_breaks, cr_completion_function *complete) {
    rl_readline_name = name;
    rl_catch_signals = 0;       // the editor handles signals itself
    rl_catch_sigwinch = 0;
    rl_change_environment = 0;  // COLUMNS and LINES stay what the user set
    rl_completer_word_break_characters = (char *)word_breaks;
    rl_basic_quote_characters = "\"'";
    rl_completer_quote_characters = "\"'";
    rl_attempted_completion_function = complete;
}

static inline const char *cr_line_buffer(void) { return rl_line_buffer ? rl_line_buffer : ""; }
static inline int cr_point(void) { return rl_point; }

// Puts the cursor behind the last character and draws the line.
static inline void cr_show_end_of_line(void) {
    rl_point = rl_end;
    rl_redisplay();
}

static inline void cr_flush(void) { fflush(rl_outstream ? rl_outstream : stdout); }

// Readline must not offer file names when the completion function found nothing.
static inline void cr_completion_is_final(void) { rl_attempted_completion_over = 1; }

// What readline writes after the only candidate: `append` (0: nothing), and whether it closes an open quote.
static inline void cr_finish_candidate(int append, int closes_quote) {
    rl_completion_append_character = append;
    rl_completion_suppress_quote = !closes_quote;
    rl_sort_completion_matches = 0;
}

// Writes a byte to a pipe and leaves errno as it was, as a signal handler must.
static inline void cr_wake(int writer) {
    int saved = errno;
    ssize_t written = write(writer, "", 1);
    (void)written;
    errno = saved;
}

// A set of signal numbers that a handler may add to and another thread may empty.
static inline void cr_note_signal(uint64_t *set, int signal) {
    __atomic_fetch_or(set, (uint64_t)1 << (signal & 63), __ATOMIC_SEQ_CST);
}
static inline uint64_t cr_take_signals(uint64_t *set) { return __atomic_exchange_n(set, 0, __ATOMIC_SEQ_CST); }
static inline int cr_has_signal(const uint64_t *set, int signal) {
    return (__atomic_load_n(set, __ATOMIC_SEQ_CST) >> (signal & 63)) & 1;
}
