import type { FieldId } from './record-fields.ts';

/**
 * A kind of record, declared as data. Section headings are content, not interface: they are Chinese in every language of
 * the window, because they are what is printed.
 */
export type Template = {
  isReadOnly: boolean;
  /** Written where guidance comes from: at the desk and in provincial offices. */
  isGuidance?: true;
  hasKeywords: boolean;
  hasCaseNumbers: boolean;
  sections: readonly TemplateSection[];
  /** In the order of the inspector. */
  fields: readonly TemplateField[];
};

/** `isNeeded`: a finished record has it. It is hoped for, never demanded. */
export type TemplateField = { id: FieldId; isNeeded: boolean };

/** A line of `fields`: names with a star are needed, as on the forms. */
export function fieldsOf(names: readonly (FieldId | `${FieldId}*`)[]): TemplateField[] {
  return names.map((name) => ({
    id: name.replace('*', '') as FieldId,
    isNeeded: name.endsWith('*'),
  }));
}

export type TemplateSection = {
  id: string;
  heading: string;
  /** Other headings that mean this section, as they occur in published texts. */
  synonyms: readonly string[];
};
