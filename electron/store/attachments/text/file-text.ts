import type { TextState } from '../../../../shared/contract/attachments.ts';

/** `page` counts from 1; 0 where a file has no pages. */
export type PageText = { page: number; text: string };
/** What was read of a file. `blankPages`: how many of its pages have no text. */
export type FileText = { state: TextState; pages: PageText[]; blankPages: number };

/** UTF-16 units of one file that are looked for; a book has a million. */
const MOST_TEXT = 5_000_000;

/** What is kept of the pages: those with text, and no more than the whole may have. */
export function cutText(pages: readonly PageText[]): FileText {
  const kept: PageText[] = [];
  let length = 0;
  for (const { page, text } of pages) {
    const whole = text.toWellFormed().replaceAll('\u0000', '').trim();
    if (whole === '') continue;
    const part = whole.slice(0, MOST_TEXT - length).toWellFormed();
    length += part.length;
    if (part !== '') kept.push({ page, text: part });
    if (part.length < whole.length) return { state: 'cut', pages: kept, blankPages: 0 };
  }
  const blankPages = pages.length - kept.length;
  return { state: kept.length === 0 ? 'no-text' : 'text', pages: kept, blankPages };
}
