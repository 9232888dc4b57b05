/* mrz-support.h - lines of passports, and a check digit of the test's own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/mrz.h"

#include <glib.h>

G_BEGIN_DECLS

#define TODAY "2026-11-24"

/* The specimens of ICAO Doc 9303 */
#define TD3_NAMES "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
#define TD3_DATA  "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
#define TD2_NAMES "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<"
#define TD2_DATA  "D231458907UTO7408122F1204159<<<<<<<6"
#define TD1_CARD  "I<UTOD231458907<<<<<<<<<<<<<<<"
#define TD1_DATA  "7408122F1204159UTO<<<<<<<<<<<6"
#define TD1_NAMES "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"

/* A line of data with digits that fit, put together from what is said. */
#define MAKE "make:"

char     mrz_expect_digit  (const char     *field);
char    *mrz_make_passport (const char     *said);
char    *mrz_make_lines    (const char     *text);
char    *mrz_print         (const PanahMrz *mrz);
gboolean mrz_is_all_right  (const PanahMrz *mrz);

G_END_DECLS
