import type { ExportedRecord } from '../../../shared/document/exported-record.ts';
import type { ExportedInline } from '../../../shared/document/exported-tree.ts';
import type { PreflightPlace } from '../../../shared/contract/preflight.ts';
import type { TextFinding } from '../../../shared/preflight/finding.ts';
import type { TextPath } from '../../../shared/text/scan/scan-record.ts';

const AROUND = 24;

/** Where a finding of a record stands, for a person, with a few words on either side. */
export function textAround(
  record: ExportedRecord,
  { pieces }: Pick<TextFinding, 'pieces'>,
): { place: PreflightPlace; before: string; after: string } {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) throw new Error('a finding stands nowhere');
  return {
    place: placeOf(record, first.path),
    before: textAt(record, first.path).slice(Math.max(0, first.start - AROUND), first.start),
    after: textAt(record, last.path).slice(last.end, last.end + AROUND),
  };
}

/** The words on either side of a stretch of a plain text. */
export function wordsAround(text: string, start: number, end: number) {
  return {
    before: text.slice(Math.max(0, start - AROUND), start),
    after: text.slice(end, end + AROUND),
  };
}

function placeOf(record: ExportedRecord, path: TextPath): PreflightPlace {
  const [member] = path;
  if (member === 'document') {
    const section = record.document.sections[Number(path[2])];
    return { where: 'section', name: section?.heading ?? '', page: 0 };
  }
  const where =
    member === 'title'
      ? 'title'
      : member === 'keywords'
        ? 'keyword'
        : member === 'caseNumbers'
          ? 'case-number'
          : 'field';
  return { where, name: '', page: 0 };
}

function textAt(record: ExportedRecord, path: TextPath): string {
  // A path was made from this very record.
  const value = path.reduce<unknown>(
    (inner, key) => (inner as Record<string, unknown>)[key],
    record,
  );
  if (typeof value === 'string') return value;
  return (value as readonly ExportedInline[])
    .map((inline) =>
      inline.type === 'text' ? inline.text : inline.type === 'line-break' ? '\n' : '',
    )
    .join('');
}

/** A stretch of a text without the text, which a stretch would keep in memory as long as it lives. */
export function ownCopy(stretch: string): string {
  return Buffer.from(stretch, 'utf16le').toString('utf16le');
}
