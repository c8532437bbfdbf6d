import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyDelta, makeDelta } from '../../../electron/store/revisions/delta.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');
const there = (base: Uint8Array, target: Uint8Array) =>
  applyDelta(base, makeDelta(base, target)).equals(target);

/** Texts that have much in common: pieces of the same few sentences in any order, cut anywhere. */
const pieces = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        '林某销售假冒注册商标的商品，',
        '检察机关提前介入。',
        'abcdefghijklmnopq',
        '"},{"text":"',
      ),
      fc.nat(20),
    ),
    { maxLength: 40 },
  )
  .map((chosen) => bytes(chosen.map(([piece, cut]) => piece.slice(0, cut)).join('')));

describe('a delta', () => {
  it('makes of its base what it was made from, whatever the two are', () => {
    fc.assert(fc.property(fc.uint8Array(), fc.uint8Array(), there), { numRuns: 300 });
    fc.assert(fc.property(pieces, pieces, there), { numRuns: 500 });
  });

  it('of a long text with some changes and a passage moved is short', () => {
    // Sentences that begin alike, as paragraphs of JSON do, and go on each in its own way.
    const sentences = Array.from({ length: 2000 }, (_, at) => {
      const own = Array.from({ length: 20 }, (__, step) =>
        String.fromCodePoint(0x4e00 + ((at * 7919 + step * step * 104_729) % 6000)),
      );
      return `{"type":"paragraph","children":[{"type":"text","text":"${own.join('')}"}]}`;
    });
    const base = bytes(sentences.join('\n'));
    sentences.splice(300, 2, '新的一句。');
    sentences[1200] = '改过的一句。';
    sentences.push(...sentences.splice(700, 100));
    const target = bytes(sentences.join('\n'));
    const delta = makeDelta(base, target);
    assert.ok(applyDelta(base, delta).equals(target));
    assert.ok(delta.length < 200, `${String(delta.length)} bytes`);
  });

  it('of a text to itself is a few bytes, and of a text to nothing is the text', () => {
    const text = bytes('检察'.repeat(50_000));
    assert.ok(makeDelta(text, text).length < 12);
    assert.equal(makeDelta(bytes(''), text).length, text.length + 6);
  });

  it('that is damaged is refused or makes something else, and never asks for all memory', () => {
    // No passage is there twice: a copy from the wrong place would otherwise make the same text.
    const once = Array.from({ length: 400 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
    const [base, target] = [bytes(once), bytes(`${once.slice(0, 360)}监督`)];
    const delta = makeDelta(base, target);
    fc.assert(
      fc.property(fc.nat(delta.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(delta);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        try {
          return !applyDelta(base, damaged).equals(target);
        } catch (error) {
          return error instanceof RangeError;
        }
      }),
    );
    assert.throws(
      () => applyDelta(base, Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1])),
      RangeError,
    );
  });
});
