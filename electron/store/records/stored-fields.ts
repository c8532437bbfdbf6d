import { Failure } from '../../../shared/errors.ts';
import { RecordFields, hasField, type FieldId } from '../../../shared/templates/record-fields.ts';

/** What is filled in, as it is kept. */
export function fieldsText(fields: RecordFields): string {
  const filled = Object.entries(fields).filter(([id]) => hasField(fields, id as FieldId));
  return JSON.stringify(Object.fromEntries(filled));
}

/** The fields of a row. Fails: `document-invalid`. */
export function storedFields(text: string): RecordFields {
  const fields = RecordFields.safeParse(JSON.parse(text));
  if (!fields.success) throw new Failure('document-invalid', { path: 'fields' });
  return fields.data;
}
