import { textLine } from '../../../../shared/templates/recognise/rough-block.ts';
import type { SourceText } from './source-text.ts';
import { decodeText } from './decode-text.ts';

/** White space wider than the two characters that begin a paragraph: somebody centred the line with it. */
const centring = /^(?:　{3,}| {6,}|\t{2,}|[　 \t]{6,})\S/u;

/** A `.txt` file: a line each, empty lines remembered. Skips with `file-not-text`. */
export function readPlain(bytes: Uint8Array): SourceText {
  const blocks: SourceText['blocks'] = [];
  let isAfterBlank = false;
  const { text: whole, encoding } = decodeText(bytes);
  for (const line of whole.split('\n')) {
    const text = line.trim();
    if (text === '') {
      isAfterBlank = true;
      continue;
    }
    blocks.push(textLine(text, { isAfterBlank, isCentred: centring.test(line) }));
    isAfterBlank = false;
  }
  return { blocks, notKept: new Map(), encoding };
}
