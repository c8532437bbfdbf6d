import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sliceInlines, trimInlines } from '../../../shared/document/inlines.ts';
import { inlineText, type Inline } from '../../../shared/document/tree.ts';

const note: Inline = { type: 'footnote', children: [{ type: 'text', text: '注' }] };
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.constantFrom<Inline>(note, { type: 'line-break' }),
  fc.constantFrom('甲', ' ', '甲乙', ' 丙 ').map((text): Inline => ({ type: 'text', text })),
);
const inlines = fc.array(inline, { maxLength: 8 });
const notesIn = (children: readonly Inline[]) =>
  children.filter(({ type }) => type === 'footnote').length;

describe('runs of inlines', () => {
  it('are cut into two pieces without losing or doubling a letter or a note', () => {
    fc.assert(
      fc.property(inlines, fc.nat({ max: 12 }), (children, at) => {
        const pieces = [sliceInlines(children, 0, at), sliceInlines(children, at)];
        if (at === 0) return;
        assert.equal(pieces.map(inlineText).join(''), inlineText(children));
        assert.equal(notesIn(pieces.flat()), notesIn(children));
      }),
    );
  });

  it('lose only white space at their ends when trimmed', () => {
    fc.assert(
      fc.property(inlines, (children) => {
        const trimmed = trimInlines(children);
        assert.equal(inlineText(trimmed), inlineText(children).trim());
        assert.equal(notesIn(trimmed), notesIn(children));
      }),
    );
  });
});
