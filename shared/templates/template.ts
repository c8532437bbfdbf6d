/**
 * A kind of record, declared as data. Section headings are content, not interface: they are Chinese in every language of
 * the window, because they are what is printed.
 */
export type Template = {
  isReadOnly: boolean;
  hasKeywords: boolean;
  hasCaseNumbers: boolean;
  sections: readonly TemplateSection[];
};

export type TemplateSection = {
  id: string;
  heading: string;
  /** Other headings that mean this section, as they occur in published texts (see docs/field.md). */
  synonyms: readonly string[];
};
