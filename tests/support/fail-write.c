/* fail-write.c - a disk that fills up: preload it to let write(2) fail
 *
 * PANAH_TEST_WRITE_LIMIT is how many bytes may go into ordinary files, all of them taken
 * together; then a write is cut short once, and the next one fails with ENOSPC.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static long long left = -1;

static int
is_limited (int fd)
{
  const char *limit = getenv ("PANAH_TEST_WRITE_LIMIT");
  struct stat info;

  if (limit == NULL || fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    return 0;
  if (left < 0)
    left = atoll (limit);
  return 1;
}

__attribute__ ((visibility ("default"))) ssize_t
write (int         fd,
       const void *data,
       size_t      length)
{
  if (is_limited (fd))
    {
      if (left == 0 && length > 0)
        {
          errno = ENOSPC;
          return -1;
        }
      if ((long long) length > left)
        length = left;
      left -= length;
    }
  return syscall (SYS_write, fd, data, length);
}
