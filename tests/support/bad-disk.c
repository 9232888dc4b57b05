/* bad-disk.c - disks and file systems that misbehave: preload it
 *
 *   PANAH_TEST_WRITE_LIMIT=N   N bytes go into ordinary files, all of them taken together; then a write is cut short
 *                              once, and the next one fails with ENOSPC
 *   PANAH_TEST_WRITE_SHORT=N   each write takes 7 to 1006 bytes, each third is interrupted; N is the seed
 *   PANAH_TEST_WRITE_LOSE=1    a counterfeit stick: all is reported as written, but zeros are
 *   PANAH_TEST_NO_TMPFILE=1    no files without a name
 *   PANAH_TEST_NO_LOCKS=1      no locks on files
 *   PANAH_TEST_CLOSE_ERROR=N   close(2) of a file that can be written fails with this errno
 *   PANAH_TEST_LINK_ERROR=N    linkat(2) fails with this errno
 *   PANAH_TEST_RENAME_ERROR=N  renameat(2) fails with this errno
 *   PANAH_TEST_RENAME_LATE=1   renameat(2) is done and reported as failed, as by a file server that is in trouble
 *   PANAH_TEST_FOLDER_SYNC=N   fsync(2) of a folder fails with this errno
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define EXPORT __attribute__ ((visibility ("default")))

static long long left = -1;
static unsigned long long state;
static unsigned n_writes;

static int
get_number (const char *variable)
{
  const char *number = getenv (variable);

  return number != NULL ? atoi (number) : 0;
}

static int
is_of_kind (int    fd,
            mode_t kind)
{
  struct stat info;

  return fstat (fd, &info) == 0 && (info.st_mode & S_IFMT) == kind;
}

static int
fail (int number)
{
  errno = number;
  return -1;
}

static ssize_t
write_limited (int         fd,
               const void *data,
               size_t      length)
{
  if (left < 0)
    left = atoll (getenv ("PANAH_TEST_WRITE_LIMIT"));
  if (left == 0 && length > 0)
    return fail (ENOSPC);
  if ((long long) length > left)
    length = left;
  left -= length;
  return syscall (SYS_write, fd, data, length);
}

static ssize_t
write_short (int         fd,
             const void *data,
             size_t      length)
{
  if (n_writes++ % 3 == 2)
    return fail (EINTR);
  if (state == 0)
    state = get_number ("PANAH_TEST_WRITE_SHORT");
  state = state * 6364136223846793005ULL + 1442695040888963407ULL;
  size_t most = 7 + (state >> 33) % 1000;
  return syscall (SYS_write, fd, data, length < most ? length : most);
}

static ssize_t
write_zeros (int    fd,
             size_t length)
{
  void *zeros = calloc (1, length > 0 ? length : 1);
  ssize_t written = syscall (SYS_write, fd, zeros, length);

  free (zeros);
  return written;
}

EXPORT ssize_t
write (int         fd,
       const void *data,
       size_t      length)
{
  if (!is_of_kind (fd, S_IFREG))
    return syscall (SYS_write, fd, data, length);
  if (getenv ("PANAH_TEST_WRITE_LIMIT") != NULL)
    return write_limited (fd, data, length);
  if (get_number ("PANAH_TEST_WRITE_SHORT") != 0)
    return write_short (fd, data, length);
  if (get_number ("PANAH_TEST_WRITE_LOSE") != 0)
    return write_zeros (fd, length);
  return syscall (SYS_write, fd, data, length);
}

static int
open_file (int         directory,
           const char *name,
           int         flags,
           mode_t      mode)
{
  if ((flags & O_TMPFILE) == O_TMPFILE && get_number ("PANAH_TEST_NO_TMPFILE") != 0)
    return fail (EOPNOTSUPP);
  return syscall (SYS_openat, directory, name, flags, mode);
}

/* Compiled as the program is, for large files, this has the name that the program calls. */
EXPORT int
openat (int         directory,
        const char *name,
        int         flags,
        ...)
{
  mode_t mode = 0;
  va_list args;

  va_start (args, flags);
  if ((flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE)
    mode = va_arg (args, mode_t);
  va_end (args);
  return open_file (directory, name, flags, mode);
}

EXPORT int
linkat (int         old_directory,
        const char *old_name,
        int         directory,
        const char *name,
        int         flags)
{
  int number = get_number ("PANAH_TEST_LINK_ERROR");

  return number != 0 ? fail (number) : (int) syscall (SYS_linkat, old_directory, old_name, directory, name, flags);
}

EXPORT int
renameat (int         old_directory,
          const char *old_name,
          int         directory,
          const char *name)
{
  int number = get_number ("PANAH_TEST_RENAME_ERROR");

  if (number != 0)
    return fail (number);
  int result = syscall (SYS_renameat2, old_directory, old_name, directory, name, 0);
  return get_number ("PANAH_TEST_RENAME_LATE") != 0 ? fail (EIO) : result;
}

EXPORT int
close (int fd)
{
  int number = get_number ("PANAH_TEST_CLOSE_ERROR");
  int bad = number != 0 && is_of_kind (fd, S_IFREG) && (fcntl (fd, F_GETFL) & O_ACCMODE) == O_RDWR;
  int result = syscall (SYS_close, fd);

  return bad ? fail (number) : result;
}

EXPORT int
flock (int fd,
       int operation)
{
  return get_number ("PANAH_TEST_NO_LOCKS") != 0 ? fail (ENOSYS) : (int) syscall (SYS_flock, fd, operation);
}

EXPORT int
fsync (int fd)
{
  int number = get_number ("PANAH_TEST_FOLDER_SYNC");

  return number != 0 && is_of_kind (fd, S_IFDIR) ? fail (number) : (int) syscall (SYS_fsync, fd);
}
