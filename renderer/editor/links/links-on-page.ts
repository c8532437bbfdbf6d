import type { LinkTarget } from '../../../shared/contract/links.ts';
import type { Words } from '../../../shared/i18n/index.ts';

export const LINK_CLASS = 'editor-record-link';
export type Targets = ReadonlyMap<string, LinkTarget>;

/** The links to records on the page, in reading order. A live collection: looking at an empty one costs nothing. */
export function linksOn(root: HTMLElement): HTMLElement[] {
  return [...root.getElementsByClassName(LINK_CLASS)].filter(
    (element) => element instanceof HTMLElement,
  );
}

export const targetOf = (element: HTMLElement) => element.dataset['record'] ?? '';

/** The records that the page links to, also in its footnotes; each once, sorted. */
export function linkedOn(root: HTMLElement): string[] {
  const inNotes = [...root.querySelectorAll(`.editor-footnote[data-records]`)].flatMap((note) =>
    note instanceof HTMLElement ? (note.dataset['records'] ?? '').split(' ') : [],
  );
  return [...new Set([...linksOn(root).map(targetOf), ...inNotes])].toSorted();
}

/** Writes what each link is called now, and whether it leads anywhere. Until the store has answered, a link counts as whole. */
export function labelLinks(root: HTMLElement, targets: Targets, { links, kinds }: Words): void {
  for (const element of linksOn(root)) {
    const target = targets.get(targetOf(element));
    if (target === undefined) continue;
    if ('title' in target && element.textContent !== target.title) {
      element.textContent = target.title;
    }
    const isBroken = target.state !== 'there';
    const title = isBroken ? links.broken[target.state] : links.howToOpen(kinds[target.kind]);
    if (element.title !== title) element.title = title;
    if (isBroken) element.dataset['broken'] = target.state;
    else delete element.dataset['broken'];
  }
}
