/* date-editor.c - a date, of which some parts may not be known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/date-boxes.h"
#include "ui/date-input.h"

static void
create_date (PanahEditor *self)
{
  if (self->spec->recent)
    panah_date_boxes_add_recent (self, panah_date_input_choose_day);
  panah_date_input_add (self, TRUE);
}

/* The date as it was told, which is what a case keeps. */
static JsonNode *
tell_date (const PanahDate *date)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  const guint parts[] = { date->month, date->day };
  static const char *const names[] = { "month", "day" };

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "calendar");
  json_builder_add_string_value (builder, panah_calendar_system_names[date->system]);
  json_builder_set_member_name (builder, "year");
  json_builder_add_int_value (builder, date->year);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      json_builder_set_member_name (builder, names[i]);
      if (parts[i] != 0)
        json_builder_add_int_value (builder, parts[i]);
      else
        json_builder_add_null_value (builder);
    }
  if (date->about)
    {
      json_builder_set_member_name (builder, "about");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static JsonNode *
read_date (PanahEditor *self,
           char       **out_error)
{
  PanahDate date;

  if (!panah_date_input_read (self, &date, out_error))
    return NULL;
  if (date.system != PANAH_CALENDAR_GREGORIAN || date.day == 0 || date.about)
    return tell_date (&date);

  g_autofree char *day = panah_day_to_string (date.from);
  return json_node_init_string (json_node_alloc (), day);
}

static void
write_date (PanahEditor *self,
            JsonNode    *value)
{
  g_autoptr (GPtrArray) strange = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (PanahValue) parsed =
    value != NULL ? panah_value_new_from_json (self->spec, self->spec->id, value, strange, NULL) : NULL;

  panah_date_input_write (self, panah_value_get_date (parsed));
}

const PanahEditorKind panah_date_editor = { create_date, read_date, write_date, panah_date_input_dump, panah_date_input_restore };
