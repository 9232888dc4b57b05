/* manifest.c - what was rendered, as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "paper/render.h"

#include "core/plan-json.h"

static void
add_field_json (JsonBuilder              *builder,
                const PanahRenderedField *field)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "fact");
  json_builder_add_string_value (builder, field->fact);
  json_builder_set_member_name (builder, "mode");
  json_builder_add_string_value (builder, panah_field_mode_to_string (field->mode));
  json_builder_set_member_name (builder, "size_pt");
  json_builder_add_double_value (builder, field->size_pt);
  json_builder_set_member_name (builder, "bytes_in");
  json_builder_add_int_value (builder, field->bytes_in);
  json_builder_set_member_name (builder, "bytes_placed");
  json_builder_add_int_value (builder, field->bytes_placed);
  json_builder_end_object (builder);
}

static void
add_document_json (JsonBuilder         *builder,
                   const PanahRendered *rendered,
                   gboolean             with_fields)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, rendered->id);
  if (rendered->of != NULL)
    {
      json_builder_set_member_name (builder, "of");
      json_builder_add_string_value (builder, rendered->of);
    }
  json_builder_set_member_name (builder, "language");
  json_builder_add_string_value (builder, rendered->language);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, rendered->file);
  if (rendered->odt_file != NULL)
    {
      json_builder_set_member_name (builder, "odt");
      json_builder_add_string_value (builder, rendered->odt_file);
    }
  json_builder_set_member_name (builder, "pages");
  json_builder_add_int_value (builder, rendered->n_pages);
  json_builder_set_member_name (builder, "bytes");
  json_builder_add_int_value (builder, g_bytes_get_size (rendered->pdf));
  if (with_fields)
    {
      json_builder_set_member_name (builder, "fields");
      json_builder_begin_array (builder);
      for (guint i = 0; i < rendered->fields->len; i++)
        add_field_json (builder, rendered->fields->pdata[i]);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

/**
 * panah_rendering_add_to_json:
 * @self: what was rendered
 * @builder: a builder with an open object, which gets the members `documents` and `problems`
 * @with_fields: whether each document lists its answers
 */
void
panah_rendering_add_to_json (const PanahRendering *self,
                             JsonBuilder          *builder,
                             gboolean              with_fields)
{
  json_builder_set_member_name (builder, "documents");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->documents->len; i++)
    add_document_json (builder, self->documents->pdata[i], with_fields);
  json_builder_end_array (builder);
  panah_problems_to_json (self->problems, builder);
}

/**
 * panah_rendering_to_json:
 * @self: what was rendered
 *
 * Returns: (transfer full): the manifest as the tool's contract describes it
 */
char *
panah_rendering_to_json (const PanahRendering *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  panah_rendering_add_to_json (self, builder, TRUE);
  json_builder_end_object (builder);

  return panah_json_builder_print (builder);
}
