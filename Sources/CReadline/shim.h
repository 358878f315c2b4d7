#pragma once

// Readline's settings are plain global variables, which Swift 6 refuses to touch. These functions set and read them.
// Nothing here has state of its own: static variables in a header would exist once for each file that imports it.

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>
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

// Has readline not mark what was pasted; older versions do not know the variable.
static inline void cr_leave_pastes_plain(void) {
    if (rl_readline_version >= 0x0802) rl_variable_bind("enable-active-region", "off");
}

// MARK: The line

static inline const char *cr_line_buffer(void) { return rl_line_buffer ? rl_line_buffer : ""; }
static inline int cr_point(void) { return rl_point; }
static inline int cr_end(void) { return rl_end; }
static inline int cr_mark(void) { return rl_mark; }
static inline const char *cr_prompt(void) { return rl_prompt ? rl_prompt : ""; }
static inline void cr_set_point(int point) { rl_point = point < 0 ? 0 : point > rl_end ? rl_end : point; }

// Replaces the whole line and sets the cursor. Nothing is recorded for undo.
static inline void cr_set_line(const char *text, int point) {
    rl_replace_line(text, 0);
    rl_point = point < 0 || point > rl_end ? rl_end : point;
    rl_mark = 0;
}

// The same, but what was recorded before is forgotten.
static inline void cr_set_line_without_undo(const char *text, int point) {
    cr_set_line(text, point);
    rl_free_undo_list();
}

// Takes the undo list away from readline, which has none afterwards.
static inline UNDO_LIST *cr_take_undo_list(void) {
    UNDO_LIST *list = rl_undo_list;
    rl_undo_list = NULL;
    return list;
}
static inline void cr_set_undo_list(UNDO_LIST *list) { rl_undo_list = list; }

// Makes readline call `draw` where it would draw the line; `draw` is to call `cr_draw`.
static inline void cr_set_redisplay(rl_voidfunc_t *draw) { rl_redisplay_function = draw; }
// Draws the line. Some commands, among them vi's with an odd count, take the prompt's measures away once too often;
// readline 8.3 reads them nevertheless. So they are taken again, unless a message stands in the prompt's place.
static inline void cr_draw(void) {
    if (rl_readline_version >= 0x0803 && rl_prompt && rl_display_prompt == rl_prompt) rl_expand_prompt(rl_prompt);
    rl_redisplay();
}

extern char *readline_internal_teardown(int);

// The line that was entered while a numeric argument was being read: readline's callback interface then returns before it
// sees that the line is finished, and the next key would be lost. NULL where there is none.
static inline char *cr_take_entered_line(void) {
    if (!rl_done || !RL_ISSTATE(RL_STATE_CALLBACK)) return NULL;
    return readline_internal_teardown(0);
}

extern int _rl_last_v_pos;

// Whether a message stands in the prompt's place.
static inline int cr_shows_message(void) { return rl_display_prompt != rl_prompt; }

// Draws the line where it stands, whatever is left there. With a drawing function that is not its own, readline does this
// in the middle of what it drew before; and where a message of another length gives way to a prompt, parts of it stay.
static inline void cr_draw_anew(void) {
    const char *up = rl_get_termcap("up");
    if (up && *up) {
        fputc('\r', rl_outstream);
        if (_rl_last_v_pos > 0) fprintf(rl_outstream, "\033[%dA", _rl_last_v_pos);
        fputs("\033[J", rl_outstream);
    }
    rl_voidfunc_t *draw = rl_redisplay_function;
    rl_redisplay_function = cr_draw;
    rl_forced_update_display();
    rl_redisplay_function = draw;
}

// A line in readline's place for it.
struct cr_line { char *text; int end, point, mark; };

// Puts another line in the place of readline's, which it answers; what came first has to be put back before readline goes on.
static inline struct cr_line cr_exchange_line(struct cr_line line) {
    struct cr_line old = {rl_line_buffer, rl_end, rl_point, rl_mark};
    rl_line_buffer = line.text;
    rl_end = line.end;
    rl_point = line.point;
    rl_mark = line.mark;
    return old;
}

static inline void cr_redisplay(void) { (*rl_redisplay_function)(); }

// Variables of readline's display without a public name: the cursor's place, rows counted from the prompt's last line,
// and the columns of that line.
extern int _rl_last_c_pos, _rl_term_autowrap, _rl_horizontal_scroll_mode, rl_visible_prompt_length;

extern int _rl_vis_botlin;

// The last row that readline has drawn.
static inline int cr_last_row(void) { return _rl_vis_botlin; }
static inline int cr_cursor_row(void) { return _rl_last_v_pos; }
static inline int cr_cursor_column(void) { return _rl_last_c_pos; }
static inline int cr_prompt_width(void) { return rl_visible_prompt_length; }

// Whether readline shows a line that is longer than the screen is wide in several rows.
static inline int cr_uses_rows(void) {
    return !_rl_horizontal_scroll_mode && _rl_term_autowrap && rl_get_termcap("up") != NULL;
}

// Whether the screen shows the prompt and the line as they are, so that colours may be painted over them.
static inline int cr_can_paint(void) {
    if (rl_done || !rl_prompt || rl_display_prompt != rl_prompt) return 0;
    if (RL_ISSTATE(RL_STATE_ISEARCH | RL_STATE_NSEARCH | RL_STATE_NUMERICARG)) return 0;
    return cr_uses_rows() && !rl_mark_active_p();
}

// The columns that a character takes, as readline counts them; negative for one that cannot be shown.
extern int wcwidth(wchar_t);
static inline int cr_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

// Writes bytes where readline writes.
static inline void cr_write(const unsigned char *bytes, size_t count) {
    fwrite(bytes, 1, count, rl_outstream);
    fflush(rl_outstream);
}

// Shows a message in place of the prompt; `rl_clear_message` brings the prompt back.
static inline void cr_show_message(const char *text) { rl_message("%s", text); }

// MARK: Keys and commands

static inline int cr_has_argument(void) { return rl_explicit_arg; }
static inline int cr_is_vi_command_mode(void) {
    return rl_editing_mode == 0 && rl_get_keymap() == vi_movement_keymap;
}

// Replaces a command in a keymap and in the keymaps that its keys lead to.
static inline void cr_replace_in_keymap(Keymap map, rl_command_func_t *old, rl_command_func_t *replacement) {
    for (int key = 0; key < KEYMAP_SIZE; key++) {
        if (map[key].type == ISKMAP && map[key].function)
            cr_replace_in_keymap((Keymap)(void *)map[key].function, old, replacement);
        else if (map[key].type == ISFUNC && map[key].function == old)
            map[key].function = replacement;
    }
}

static inline void cr_replace_in_keymaps(rl_command_func_t *old, rl_command_func_t *replacement) {
    cr_replace_in_keymap(emacs_standard_keymap, old, replacement);
    cr_replace_in_keymap(vi_insertion_keymap, old, replacement);
    cr_replace_in_keymap(vi_movement_keymap, old, replacement);
}

// Replaces the command called `name` wherever it is bound, and under its name, which the user's inputrc refers to.
// To be called before `rl_initialize`, which reads that file. Returns 0 if readline has no such command.
static inline int cr_replace_command(const char *name, rl_command_func_t *replacement) {
    rl_initialize_funmap();
    for (int index = 0; funmap[index]; index++) {
        if (strcmp(funmap[index]->name, name) != 0) continue;
        cr_replace_in_keymaps(funmap[index]->function, replacement);
        funmap[index]->function = replacement;
        return 1;
    }
    return 0;
}

// Gives the keys that readline binds itself, up, down, page up and page down, to these two commands. To be called after
// `cr_replace_command` and `rl_initialize`: by then the user's inputrc can no longer name readline's own functions.
static inline void cr_bind_vertical_keys(rl_command_func_t *up, rl_command_func_t *down) {
    cr_replace_in_keymaps(rl_get_previous_history, up);
    cr_replace_in_keymaps(rl_history_search_backward, up);
    cr_replace_in_keymaps(rl_get_next_history, down);
    cr_replace_in_keymaps(rl_history_search_forward, down);
}

// A keymap in which every key runs `function`.
static inline Keymap cr_make_keymap(rl_command_func_t *function) {
    Keymap map = rl_make_bare_keymap();
    for (int key = 0; key < KEYMAP_SIZE - 1; key++) {
        map[key].type = ISFUNC;
        map[key].function = function;
    }
    return map;
}

// MARK: Reading

// Reads from `get` instead of the terminal; a negative number is the end.
static inline void cr_set_input(rl_getc_func_t *get) { rl_getc_function = get; }

// Whether readline waits for more bytes of a key.
static inline int cr_is_within_key(void) { return RL_ISSTATE(RL_STATE_MOREINPUT) != 0; }

// Where readline jumps to when a command is aborted. It has no public name.
extern sigjmp_buf _rl_top_level;

// Room for the place that `cr_read_key` leaves to.
static inline void *cr_make_exit(void) { return calloc(1, sizeof(sigjmp_buf)); }

static inline int cr_no_byte(FILE *stream) { (void)stream; return EOF; }

// The next byte that readline would not wait for: of a macro, or of what a command read too far. Negative if there is none.
static inline int cr_next_pushed_byte(void) {
    rl_getc_func_t *get = rl_getc_function;
    rl_getc_function = cr_no_byte;
    int byte = rl_read_key();
    rl_getc_function = get;
    return byte;
}

// Lets an aborted command leave `cr_read_key`. To be called while readline draws, which it does before it jumps.
static inline void cr_leave_when_aborted(const void *exit) { memcpy(&_rl_top_level, exit, sizeof(sigjmp_buf)); }

// Has readline read a key and act on it. Where one call deals with several keys, because some were pushed back or
// belong to a macro, readline itself would jump from an aborted command into a function that has already returned.
static inline void cr_read_key(void *exit) {
    if (sigsetjmp(*(sigjmp_buf *)exit, 0) == 0)
        rl_callback_read_char();
    else
        (*rl_redisplay_function)();
}

// MARK: Drawing and completion

// Puts the cursor on a new line below the edited one.
static inline void cr_leave_line(void) {
    for (int row = _rl_last_v_pos; row < _rl_vis_botlin; row++) fputc('\n', rl_outstream);
    rl_crlf();
}

static inline void cr_print(const char *text) { fputs(text, rl_outstream); }

// Makes readline call `show` to list the candidates.
static inline void cr_set_listing(rl_compdisp_func_t *show) { rl_completion_display_matches_hook = show; }

// Puts the cursor behind the last character and draws the line.
static inline void cr_show_end_of_line(void) {
    rl_point = rl_end;
    cr_redisplay();
}

// Forgets that the input has ended, by which readline from then on writes an empty line after each one. Older headers lack the name.
extern int rl_eof_found;
static inline void cr_forget_end(void) { rl_eof_found = 0; }
static inline void cr_flush(void) { fflush(rl_outstream ? rl_outstream : stdout); }

// Readline must not offer file names when the completion function found nothing.
static inline void cr_completion_is_final(void) { rl_attempted_completion_over = 1; }

// What readline writes after the only candidate: `append` (0: nothing), and whether it closes an open quote.
static inline void cr_finish_candidate(int append, int closes_quote) {
    rl_completion_append_character = append;
    rl_completion_suppress_quote = !closes_quote;
    rl_sort_completion_matches = 0;
}

// Lets nothing come of a signal.
static inline int cr_ignore_signal(int number) { return signal(number, SIG_IGN) == SIG_ERR ? -1 : 0; }

// Sends a code to the terminal; safe in a signal handler.
static inline void cr_send_code(const char *code) {
    if (isatty(1)) {
        ssize_t written = write(1, code, strlen(code));
        (void)written;
    }
}

// Has the terminal no longer mark pastes; safe in a signal handler.
static inline void cr_end_paste_marks(void) { cr_send_code("\033[?2004l\r"); }

// Has the terminal show the title that it keeps; safe in a signal handler.
static inline void cr_restore_title(void) { cr_send_code("\033[23;0t"); }

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
