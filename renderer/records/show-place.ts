import type { Opened } from '../app/view.tsx';
import { showFirstHit } from '../editor/use-highlights.ts';

/** Scrolls a freshly opened record to what was searched for, or to the section it was opened at. */
export function showPlace(scroller: HTMLElement, { terms, section }: Opened): void {
  const text = scroller.querySelector<HTMLElement>('.editor-text');
  if (text === null) return;
  const part = section === null ? null : sectionIn(text, section);
  if (terms.length > 0 && showFirstHit(part ?? text, terms)) return;
  part?.scrollIntoView({ block: 'start' });
}

/** Scrolls to a section of the open record and puts the caret there. */
export function goToSection(section: string): void {
  const text = document.querySelector<HTMLElement>('.editor-text');
  const part = text === null ? null : sectionIn(text, section);
  const last = part?.querySelector('.editor-section-body')?.lastElementChild;
  part?.scrollIntoView({ block: 'start' });
  if (last === null || last === undefined || text?.isContentEditable !== true) return;
  text.focus({ preventScroll: true });
  const selection = getSelection();
  selection?.selectAllChildren(last);
  selection?.collapseToEnd();
}

function sectionIn(text: HTMLElement, section: string): HTMLElement | null {
  return text.querySelector<HTMLElement>(`[data-section="${CSS.escape(section)}"]`);
}
