import type { ExportedRecord } from '../document/exported-record.ts';

const OWN = 'own:';
const LONGEST = 100;

type Named = { code: string; name: string };

/** The codes of entries that the workspace added itself; each is made of the entry's name. */
function ownCodes({ formatVersion, ...record }: ExportedRecord): Named[] {
  const fields = 'fields' in record && formatVersion !== 1 ? (record.fields ?? {}) : {};
  return Object.values(fields)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((value): value is Named => typeof value === 'object' && 'code' in value)
    .filter(({ code }) => code.startsWith(OWN));
}

/** Whatever a name became, its code says the same: it would tell the name otherwise. Changes the record. */
export function renameOwnCodes(record: ExportedRecord): void {
  for (const one of ownCodes(record)) one.code = OWN + one.name.trim().slice(0, LONGEST).trim();
}

/** The words of such codes that are not those of the name beside them, which was looked at. */
export function strayOwnCodes(record: ExportedRecord): string[] {
  return ownCodes(record)
    .filter(({ code, name }) => code !== OWN + name.trim().slice(0, LONGEST).trim())
    .map(({ code }) => code);
}
