#pragma once

#include <sys/types.h>

// Programs in pseudo-terminals and behind pipes, for tests. Descriptors and sizes in the usual units; -1 is an error.

// Starts `path` in a new pseudo-terminal of the given size. Returns its process, the terminal's other end in `master`.
// Signals are as in a fresh login: nothing blocked, nothing ignored.
pid_t cpty_spawn(const char *path, char *const argv[], char *const envp[], int rows, int columns, int *master);

// Starts `path` with the given standard input, output and error.
pid_t cpty_spawn_plain(const char *path, char *const argv[], char *const envp[], int input, int output, int error);

// Changes the window's size, of which the program is told by SIGWINCH.
int cpty_resize(int master, int rows, int columns);

// Waits for bytes. Returns how many were read, 0 if none came in time, -1 when the program has closed the terminal.
ssize_t cpty_read(int master, char *buffer, size_t capacity, int timeout_milliseconds);

// Writes all bytes. Returns 0.
int cpty_write(int master, const char *bytes, size_t count);

// Waits for the end of a process. Returns its exit status, 256 + signal number if one ended it, -1 if it still runs.
int cpty_wait(pid_t process, int timeout_milliseconds);
