import { canonicalJson, type JsonValue } from '../../../shared/canonical-json.ts';
import { blockWithoutMarks } from '../../../shared/comments/marks-in-document.ts';
import { mapInlines } from '../../../shared/document/map-inlines.ts';
import type { Block } from '../../../shared/document/tree.ts';
import { $runs } from './runs.ts';

/** What was copied last, and from which record. The clipboard of the system never learns of its comments. */
let copied: { from: string; spelling: string; blocks: readonly Block[] } | null = null;

/** The blocks as they may lie on the clipboard. */
export function bareCopy(from: string, blocks: readonly Block[]): Block[] {
  const bare = blocks.map(blockWithoutMarks);
  copied = { from, spelling: spellingOf(bare), blocks };
  return bare;
}

/**
 * Blocks that are pasted, with the comments that they had when they were copied in this record and that are nowhere in it now: what
 * was cut brings its comments along, a copy has none.
 */
export function $withOwnMarks(blocks: readonly Block[], here: string): Block[] {
  if (copied === null || copied.from !== here || copied.spelling !== spellingOf(blocks)) {
    return blocks.map(blockWithoutMarks);
  }
  const there = new Set($runs().flatMap(({ pieces }) => pieces.flatMap(({ threads }) => threads)));
  return copied.blocks.map((block) =>
    mapInlines(block, (children) =>
      children.map((inline) => {
        if (inline.type !== 'text' || inline.marks === undefined) return inline;
        const { marks, ...text } = inline;
        const gone = marks.filter((thread) => !there.has(thread));
        return gone.length === 0 ? text : { ...text, marks: gone };
      }),
    ),
  );
}

const spellingOf = (blocks: readonly Block[]) => canonicalJson(blocks as readonly JsonValue[]);
