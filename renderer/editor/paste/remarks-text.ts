import { wordsOf } from '../../../shared/i18n/index.ts';
import type { Remark, Tracked } from './pasted.ts';

/** What a drafter writes in its own language. */
const { imports, pasting } = wordsOf('zh-CN');
export const REMARKS_FILE = imports.remarks.fileName;

/** Comments, and the changes that do not go into the text, as a text file; null without any. */
export function remarksText(remarks: readonly Remark[], tracked: Tracked): string | null {
  const left = tracked === 'revised' ? 'deletion' : 'insertion';
  const comments = remarks.filter(({ kind }) => kind === 'comment');
  const changes = remarks.filter(({ kind }) => kind === left);
  if (comments.length + changes.length === 0) return null;
  const title =
    left === 'deletion'
      ? imports.remarks.deletions(changes.length)
      : pasting.insertions(changes.length);
  const parts = [
    ...(comments.length === 0 ? [] : [imports.remarks.comments(comments.length)]),
    ...comments.map(linesOf),
    ...(changes.length === 0 ? [] : [title]),
    ...changes.map(linesOf),
  ];
  return `${parts.join('\n')}\n`;
}

function linesOf({ who, when, about, text }: Remark, index: number): string {
  const head = [`${String(index + 1)}.`, who, when].filter((part) => part !== '').join(' ');
  const lines = about === '' ? [text] : [`${imports.remarks.about}${about}`, text];
  return [head, ...lines.map((line) => `  ${line}`)].join('\n');
}
