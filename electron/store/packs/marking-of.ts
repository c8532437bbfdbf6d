import { HighestMarking } from '../../../shared/contract/packs.ts';
import type { ExportedRecord } from '../../../shared/document/exported-record.ts';

/** What of a record decides about its pack: its version, and its marking. */
export function markingOf(record: ExportedRecord): HighestMarking {
  return record.formatVersion === 1 ? 'none' : (record.fields?.marking ?? 'none');
}

/** What `pack.json` says of records of these versions and markings, before attachments are thought of. */
export function headerOf(
  records: readonly { formatVersion: 1 | 2 | 3 | 4; marking: HighestMarking }[],
): {
  formatVersion: 1 | 2 | 3 | 4;
  highestMarking: HighestMarking;
} {
  const versions = records.map(({ formatVersion }) => formatVersion);
  const markings = records.map(({ marking }) => HighestMarking.options.indexOf(marking));
  return {
    formatVersion: ([4, 3, 2] as const).find((one) => versions.includes(one)) ?? 1,
    highestMarking: HighestMarking.options[Math.max(0, ...markings)] ?? 'none',
  };
}
