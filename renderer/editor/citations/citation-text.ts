import type { LexicalEditor } from 'lexical';
import { citationLabel } from '../../../shared/document/citations.ts';
import { mapInlines } from '../../../shared/document/map-inlines.ts';
import type { Block } from '../../../shared/document/tree.ts';
import { numbersIn } from './label-citations.ts';

/** For other programs, which know no sources: citations as the marks that are shown. */
export function withCitationText(block: Block, editor: LexicalEditor): Block {
  const numbers = numbersIn(editor);
  return mapInlines(block, (children) =>
    children.map((inline) =>
      inline.type === 'citation'
        ? { type: 'text', text: citationLabel(inline.items, numbers) }
        : inline,
    ),
  );
}
