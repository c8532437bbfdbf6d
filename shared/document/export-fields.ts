import { codeName, type CodeListId } from '../templates/code-lists/index.ts';
import type { RecordFields } from '../templates/record-fields.ts';
import type { ExportedFields } from './exported-record.ts';

/** The fields that leave, through the allow-list, or null when there is nothing in them. */
export function exportFields(fields: RecordFields): ExportedFields | null {
  const exported: ExportedFields = {};
  const { functions, charges, rightTypes, stages, outcomes, region, marking } = fields;
  if (functions.length > 0) exported.functions = functions.map((code) => named('function', code));
  if (charges.length > 0) exported.charges = charges.map((code) => named('charge', code));
  if (rightTypes.length > 0) {
    exported.rightTypes = rightTypes.map((code) => named('right-type', code));
  }
  if (stages.length > 0) exported.stages = stages.map((code) => named('stage', code));
  if (outcomes.length > 0) exported.outcomes = outcomes.map((code) => named('outcome', code));
  if (region !== null) exported.region = named('region', region);
  if (fields.handlingProcuratorate !== '') {
    exported.handlingProcuratorate = fields.handlingProcuratorate;
  }
  if (marking !== null) exported.marking = marking;
  const { due, wanted, standing, call } = fields;
  if (due !== undefined) exported.due = due;
  if (wanted !== undefined) exported.wanted = wanted;
  if (standing !== undefined) exported.standing = standing;
  if (call !== undefined) exported.call = call;
  return Object.keys(exported).length === 0 ? null : exported;
}

function named(list: CodeListId, code: string): { code: string; name: string } {
  return { code, name: codeName(list, code, 'zh-CN') };
}
