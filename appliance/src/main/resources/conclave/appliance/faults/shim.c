/*
 * Stands between a node and the system (LD_PRELOAD). What it does to which node is told through the mapped file
 * $CONCLAVE_FAULTS/NAME, four 64-bit numbers: the sync that is to fail, counted down; how many have failed; how syncs
 * are treated; by how many milliseconds the clock is wrong. NAME is what stands behind --node on the command line.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { HONEST, SILENT_ABOUT_FAILURE, NEVER_SYNCING };

struct orders { _Atomic int64_t failing, failed, manner, clock_ms; };
static struct orders *told;

__attribute__((constructor)) static void listen_to_orders(void) {
    char line[65536], path[4096], *name = NULL;
    const char *folder = getenv("CONCLAVE_FAULTS");
    int file = open("/proc/self/cmdline", O_RDONLY);
    ssize_t length = file < 0 ? 0 : read(file, line, sizeof line - 1);
    if (file >= 0) close(file);
    if (folder == NULL || length <= 0) return;
    line[length] = 0;
    for (char *at = line; at < line + length; at += strlen(at) + 1)
        if (strcmp(at, "--node") == 0) name = at + strlen(at) + 1;
    if (name == NULL) return;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = open(path, O_RDWR);
    if (file < 0) return;
    void *mapped = mmap(NULL, sizeof(struct orders), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (mapped != MAP_FAILED) told = mapped;
    close(file);
}

static int sync_by(const char *how, int file) {
    int (*real)(int) = (int (*)(int)) dlsym(RTLD_NEXT, how);
    if (told == NULL) return real(file);
    if (told->manner == NEVER_SYNCING) return 0;
    if (told->failing > 0 && atomic_fetch_sub(&told->failing, 1) == 1) {
        atomic_fetch_add(&told->failed, 1);
        if (told->manner == SILENT_ABOUT_FAILURE) return 0;
        errno = EIO;
        return -1;
    }
    return real(file);
}

int fdatasync(int file) { return sync_by("fdatasync", file); }

int fsync(int file) { return sync_by("fsync", file); }

int clock_gettime(clockid_t which, struct timespec *now) {
    static int (*real)(clockid_t, struct timespec *);
    if (real == NULL) real = (int (*)(clockid_t, struct timespec *)) dlsym(RTLD_NEXT, "clock_gettime");
    int outcome = real(which, now);
    if (outcome == 0 && told != NULL && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) now->tv_sec += told->clock_ms / 1000;
    return outcome;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    static int (*real)(struct timeval *, void *);
    if (real == NULL) real = (int (*)(struct timeval *, void *)) dlsym(RTLD_NEXT, "gettimeofday");
    int outcome = real(now, zone);
    if (outcome == 0 && told != NULL) now->tv_sec += told->clock_ms / 1000;
    return outcome;
}
