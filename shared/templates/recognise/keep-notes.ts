import { inlineRuns, type Inline } from '../../document/tree.ts';
import { openSection, type Draft } from './draft.ts';
import { footnotesOf, type RoughBlock } from './rough-block.ts';

/** The notes to words that became a title or a heading, which have none: they become the first lines of the text. */
export function keepNotes(draft: Draft, blocks: readonly RoughBlock[]): void {
  const kept = new Set<Inline>(
    draft.sections.flatMap((section) => section.blocks.flatMap(inlineRuns).flat()),
  );
  const lost = blocks.flatMap(footnotesOf).filter((note) => !kept.has(note));
  if (lost.length === 0) return;
  if (draft.sections.length === 0) openSection(draft, 'body', '', { level: 0, look: null });
  const lines = lost.map(({ children }) => ({
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, text: '注：' }, ...children],
  }));
  draft.sections[0]?.blocks.unshift(...lines);
}
