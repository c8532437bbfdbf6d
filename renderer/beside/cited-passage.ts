import type { FullRecord } from '../../shared/contract/records.ts';
import type { Words } from '../../shared/i18n/index.ts';

/** What is selected in the text, in quotes, with the record, its number and the part it stands in; null if nothing is. */
export function citedPassage(
  record: FullRecord,
  within: HTMLElement | null,
  { besides }: Words,
): string | null {
  const selection = document.getSelection();
  const node = selection?.anchorNode;
  const passage = selection?.toString().trim() ?? '';
  if (within === null || passage === '' || node === null || node === undefined) return null;
  if (!within.contains(node)) return null;
  const holder = node instanceof Element ? node : node.parentElement;
  const section = holder?.closest('[data-section]')?.getAttribute('data-section');
  const heading = record.document.sections.find(({ id }) => id === section)?.heading ?? '';
  const source = [`《${record.title}》`, record.caseNumbers[0] ?? '', heading];
  return besides.cited(passage, source.filter((part) => part !== '').join('，'));
}
