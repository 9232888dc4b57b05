/* dated.h - what the law says from a certain day on, and who read it where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PanahConfidence:
 * @PANAH_CONFIDENCE_CONFIRMED: the text of the act was read and no later amendment is known
 * @PANAH_CONFIDENCE_SECONDARY: a secondary source, or an older edition that probably still holds
 * @PANAH_CONFIDENCE_UNCONFIRMED: an inference, an estimate, a year nobody has checked
 *
 * In falling order: the weakest of several is the largest number.
 */
typedef enum
{
  PANAH_CONFIDENCE_CONFIRMED,
  PANAH_CONFIDENCE_SECONDARY,
  PANAH_CONFIDENCE_UNCONFIRMED,
} PanahConfidence;

extern const char *const panah_confidence_names[];

typedef struct
{
  const char *title;
  const char *href;    /* (nullable) */
  const char *article; /* (nullable) */
  const char *note;    /* (nullable) */
  guint32     edition_read;
  guint32     source_edition; /* of the source as a whole; 0 if it has none */
  guint32     checked_on;
} PanahReference;

/**
 * PanahProvenance:
 * @from: first day on which the value applies; the edition's day if @start_unknown
 * @start_unknown: in force when read, start not established
 * @pointer: where in the pack the value stands, `deadlines.json#/deadlines/3/values/0`
 */
typedef struct
{
  guint32                from;
  gboolean               start_unknown;
  guint32                edition_read;
  guint32                checked_on;
  PanahConfidence        confidence;
  PanahReference *const *references;
  guint                  n_references;
  const char            *note; /* (nullable) */
  const char            *pointer;
} PanahProvenance;

int panah_provenance_select (const PanahProvenance *const *values,
                             guint                         n_values,
                             guint32                       as_of);

G_END_DECLS
