import { dropTags, replaceElements } from './replace-elements.ts';
import type { ChangesTaken } from '../../../../shared/contract/records.ts';

/** What tracked changes make of a text: taken as accepted, or as it was before them. */
const added = ['w:ins', 'w:moveTo'];
const removed = ['w:del', 'w:moveFrom'];

/**
 * A part of a Word file without tracked changes: either everything inserted is ordinary text and what was struck out is gone, or
 * the other way round. Marks of where changes begin and end, which hold no text, stay.
 */
export function resolveChanges(xml: string, taken: ChangesTaken): string {
  const [kept, dropped] = taken === 'accepted' ? [added, removed] : [removed, added];
  let plain = xml;
  for (const name of dropped) plain = replaceElements(plain, name, () => '');
  plain = dropTags(plain, kept.join('|'));
  return plain.replaceAll(/<(\/?)w:delText(\s[^>]*)?>/g, '<$1w:t$2>');
}

/** The outermost elements of either sort, as the file has them. */
export function changesIn(xml: string): { added: string[]; removed: string[] } {
  const all = (names: readonly string[]) =>
    names.flatMap((name) => {
      const found: string[] = [];
      replaceElements(xml, name, (whole) => {
        found.push(whole);
        return whole;
      });
      return found;
    });
  return { added: all(added), removed: all(removed) };
}
