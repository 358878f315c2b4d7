#define _GNU_SOURCE
#include "cpty.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __APPLE__
#include <util.h>
#else
#include <pty.h>
#endif

// Runs in the child. A test runner may block or ignore signals; without this, Ctrl-C would never arrive.
static void reset_signals(void) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    const int signals[] = {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE, SIGTSTP, SIGTTIN, SIGTTOU, SIGCHLD, SIGWINCH};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) signal(signals[i], SIG_DFL);
}

static void close_inherited(void) {
    for (int descriptor = 3; descriptor < 1024; descriptor++) close(descriptor);
}

pid_t cpty_spawn(const char *path, char *const argv[], char *const envp[], int rows, int columns, int *master) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    pid_t child = forkpty(master, NULL, NULL, &size);
    if (child != 0) return child;
    reset_signals();
    close_inherited();
    execve(path, argv, envp);
    _exit(127);
}

pid_t cpty_spawn_plain(const char *path, char *const argv[], char *const envp[], int input, int output, int error) {
    pid_t child = fork();
    if (child != 0) return child;
    // In a group of its own, so that a signal for it reaches nobody else.
    setpgid(0, 0);
    reset_signals();
    dup2(input, 0);
    dup2(output, 1);
    dup2(error, 2);
    close_inherited();
    execve(path, argv, envp);
    _exit(127);
}

int cpty_resize(int master, int rows, int columns) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    return ioctl(master, TIOCSWINSZ, &size);
}

ssize_t cpty_read(int master, char *buffer, size_t capacity, int timeout_milliseconds) {
    struct pollfd wanted = {.fd = master, .events = POLLIN};
    int ready = poll(&wanted, 1, timeout_milliseconds);
    if (ready == 0 || (ready < 0 && errno == EINTR)) return 0;
    if (ready < 0) return -1;
    ssize_t count = read(master, buffer, capacity);
    if (count > 0) return count;
    // Linux answers EIO when the last program has closed its end.
    return count < 0 && errno == EINTR ? 0 : -1;
}

int cpty_write(int master, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(master, bytes, count);
        if (written < 0 && errno != EINTR) return -1;
        if (written > 0) {
            bytes += written;
            count -= (size_t)written;
        }
    }
    return 0;
}

int cpty_wait(pid_t process, int timeout_milliseconds) {
    const struct timespec pause = {.tv_nsec = 2 * 1000 * 1000};
    for (int waited = 0;; waited += 2) {
        int status = 0;
        pid_t ended = waitpid(process, &status, WNOHANG);
        if (ended == process) return WIFSIGNALED(status) ? 256 + WTERMSIG(status) : WEXITSTATUS(status);
        if ((ended < 0 && errno != EINTR) || waited >= timeout_milliseconds) return -1;
        nanosleep(&pause, NULL);
    }
}
