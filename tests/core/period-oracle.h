/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A second, naive count of legal periods, written from the rules alone, to hold
 * the real one against.  It shares no code with it and must never call it. */

#pragma once

#include <stdbool.h>
#include <stddef.h>

#define ORACLE_FIRST_YEAR 1990 /* no date may ever leave these years */
#define ORACLE_LAST_YEAR 2070
#define ORACLE_MAX_STEPS 3

typedef struct
{
  int y, m, d;
} OracleDay;

typedef enum
{
  ORACLE_POINT_NONE,
  ORACLE_POINT_DAY,
  ORACLE_POINT_MOMENT
} OraclePointKind;

/* Given: minute 0..1440, where 1440 is 24:00.  Returned: always 0..1439, so
 * that 24:00 comes back as 00:00 of the next day; 0 unless a moment. */
typedef struct
{
  OraclePointKind kind;
  OracleDay day;
  int minute;
} OraclePoint;

typedef enum
{
  ORACLE_FIXED,
  ORACLE_POSSIBLE
} OracleCertainty;

typedef struct
{
  OracleDay day;
  OracleCertainty certainty;
} OracleDayOff;

/* The arrays are borrowed, in any order, and may repeat a day. */
typedef struct
{
  bool weekend[7]; /* [0] is Monday */
  const OracleDayOff *days_off;
  size_t n_days_off;
  const OracleDay *worked; /* moved working days */
  size_t n_worked;
} OracleCalendar;

typedef enum
{
  ORACLE_HOURS,
  ORACLE_DAYS,
  ORACLE_WORKING_DAYS,
  ORACLE_WEEKS,
  ORACLE_MONTHS,
  ORACLE_YEARS
} OracleUnit;

typedef struct
{
  int n; /* >= 0 */
  OracleUnit unit;
} OracleStep;

typedef struct
{
  OracleStep steps[ORACLE_MAX_STEPS];
  int n_steps; /* 1..ORACLE_MAX_STEPS */
} OraclePeriod;

typedef enum
{
  ORACLE_FORWARD,
  ORACLE_BACKWARD
} OracleDirection;

typedef enum
{
  ORACLE_WORKING,
  ORACLE_MAYBE_OFF,
  ORACLE_OFF
} OracleDayState;

/* Helpers that the count itself stands on. */
int oracle_month_length (int y, int m);
int oracle_weekday (OracleDay day); /* 0 is Monday */
OracleDay oracle_next_day (OracleDay day);
OracleDay oracle_previous_day (OracleDay day);
int oracle_compare_days (OracleDay a, OracleDay b); /* -1, 0, 1 */
bool oracle_points_equal (OraclePoint a, OraclePoint b); /* 24:00 = next 00:00 */
OracleDayState oracle_day_state (const OracleCalendar *calendar, OracleDay day);

/* `safe` may come back as ORACLE_POINT_NONE; the other two never do. */
void oracle_count (const OracleCalendar *calendar,
                   const OraclePeriod *period,
                   OracleDirection direction,
                   bool rolls,
                   OraclePoint start,
                   OraclePoint *counted_end,
                   OraclePoint *safe,
                   OraclePoint *last);
