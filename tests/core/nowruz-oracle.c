/* nowruz-oracle.c - the first day of the Solar Hijri year from the sun itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The law of the calendar: the year begins on the day on whose noon in Tehran, or before it, the sun has passed the March
 * equinox; after noon, on the next day. The equinox is Jean Meeus’s (Astronomical Algorithms, 2nd edition, chapter 27,
 * tables 27.B and 27.C), good to a minute in these centuries; the length of the day is Espenak’s and Meeus’s polynomial.
 * Nothing here knows ICU, GDate or a table of leap years. */

#include "nowruz-oracle.h"

#include <math.h>

#define NOON_OF_DAY_0 1721425.0 /* as a Julian date */

/* Table 27.C */
static const struct
{
  double a, b, c;
} terms[] = {
  { 485, 324.96, 1934.136 },  { 203, 337.23, 32964.467 }, { 199, 342.08, 20.186 },    { 182, 27.85, 445267.112 },
  { 156, 73.14, 45036.886 },  { 136, 171.52, 22518.443 }, { 77, 222.54, 65928.934 },  { 74, 296.72, 3034.906 },
  { 70, 243.58, 9037.513 },   { 58, 119.81, 33718.147 },  { 52, 297.17, 150.678 },    { 50, 21.02, 2281.226 },
  { 45, 247.54, 29929.562 },  { 44, 325.15, 31555.956 },  { 29, 60.93, 4443.417 },    { 18, 155.12, 67555.328 },
  { 17, 288.79, 4562.452 },   { 16, 198.04, 62894.029 },  { 14, 199.76, 31436.921 },  { 12, 95.39, 14577.848 },
  { 12, 287.11, 31931.756 },  { 12, 320.81, 34777.259 },  { 9, 227.73, 1222.114 },    { 8, 15.45, 16859.074 },
};

static double
to_radians (double degrees)
{
  return degrees * G_PI / 180;
}

/* Dynamical time less universal time, in seconds; within a quarter of a minute from 1900 to 2100. */
static double
delta_t (guint year)
{
  double t;

  if (year < 1920)
    return t = year - 1900.0, -2.79 + 1.494119 * t - 0.0598939 * t * t + 0.0061966 * t * t * t - 0.000197 * t * t * t * t;
  if (year < 1941)
    return t = year - 1920.0, 21.20 + 0.84493 * t - 0.076100 * t * t + 0.0020936 * t * t * t;
  if (year < 1961)
    return t = year - 1950.0, 29.07 + 0.407 * t - t * t / 233 + t * t * t / 2547;
  if (year < 1986)
    return t = year - 1975.0, 45.45 + 1.067 * t - t * t / 260 - t * t * t / 718;
  if (year < 2005)
    return t = year - 2000.0, 63.86 + 0.3345 * t - 0.060374 * t * t + 0.0017275 * t * t * t;
  return t = year - 2000.0, 62.92 + 0.32217 * t + 0.005589 * t * t;
}

/* The equinox of March in a Gregorian year, as a Julian date in universal time. */
static double
march_equinox (guint year)
{
  double y = (year - 2000.0) / 1000, sum = 0;
  double mean = 2451623.80984 + 365242.37404 * y + 0.05169 * y * y - 0.00411 * y * y * y - 0.00057 * y * y * y * y;
  double t = (mean - 2451545.0) / 36525, w = to_radians (35999.373 * t - 2.47);
  double lambda = 1 + 0.0334 * cos (w) + 0.0007 * cos (2 * w);

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    sum += terms[i].a * cos (to_radians (terms[i].b + terms[i].c * t));
  return mean + 0.00001 * sum / lambda - delta_t (year) / 86400;
}

/* Returns: the first day of the Solar Hijri year @year, 1 January of the year 1 being 1 */
guint32
nowruz_oracle (guint year)
{
  double tehran = march_equinox (year + 621) + 3.5 / 24; /* on the clock of 52.5° east */

  return (guint32) ceil (tehran - NOON_OF_DAY_0);
}
