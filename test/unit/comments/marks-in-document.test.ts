import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  carryMarks,
  markedRuns,
  withoutMarks,
} from '../../../shared/comments/marks-in-document.ts';
import { exportTree } from '../../../shared/document/export-tree.ts';
import { readDocument } from '../../../shared/document/read-document.ts';
import { paragraphsOf, type DocumentTree, type Inline } from '../../../shared/document/tree.ts';
import { anyDocument } from '../editor/any-document.ts';

const thread = '0199aa00-0000-7000-8000-000000000001';
const documentOf = (...paragraphs: Inline[][]): DocumentTree => ({
  version: 2,
  sections: [
    {
      id: 'facts',
      heading: '基本案情',
      blocks: paragraphs.map((children) => ({ type: 'paragraph', children })),
    },
  ],
});
const plain = (text: string): Inline => ({ type: 'text', text });
const commented = (text: string): Inline => ({ type: 'text', text, marks: [thread] });
/** The marked words, with the number of their paragraph. */
const placesIn = (document: DocumentTree) =>
  markedRuns(document).flatMap(({ text, marks }, run) =>
    marks.map(({ start, end }) => `${String(run)} ${text.slice(start, end)}`),
  );

describe('comment marks', () => {
  it('change nothing of what leaves', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const bare = withoutMarks(document);
        assert.ok(!JSON.stringify(bare).includes('"marks"'));
        assert.deepEqual(exportTree(document), exportTree(bare));
      }),
    );
  });

  it('are all found again when only they were taken out', () => {
    const dense = fc.constantFrom('岑', '岭', '茶', '叶');
    fc.assert(
      fc.property(fc.array(dense, { minLength: 6, maxLength: 40 }), fc.nat(), (all, n) => {
        const text = `${all.join('')}。`;
        const start = n % (all.length - 4);
        const marked = documentOf([
          ...(start === 0 ? [] : [plain(text.slice(0, start))]),
          commented(text.slice(start, start + 4)),
          plain(text.slice(start + 4)),
        ]);
        assert.deepEqual(carryMarks(marked, withoutMarks(marked)), marked);
      }),
    );
  });

  it('leave a document that a document can be, whatever it was carried to', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (from, to) => {
        const carried = carryMarks(from, to);
        assert.deepEqual(readDocument(carried), carried);
        assert.deepEqual(withoutMarks(carried), withoutMarks(to));
      }),
    );
  });

  it('go to the same words in another place, those with the most alike around them', () => {
    const from = documentOf([plain('林某销售'), commented('岑岭'), plain('茶叶。')]);
    const to = documentOf(
      [plain('岑岭为地理标志。')],
      [plain('经查，林某销售岑岭茶叶。')],
      [plain('何某甲经营岑岭。')],
    );
    assert.deepEqual(placesIn(carryMarks(from, to)), ['1 岑岭']);
  });

  it('lose their place when their words are gone, or when two characters stand among strangers', () => {
    const from = documentOf([plain('林某销售'), commented('岑岭'), plain('茶叶。')]);
    assert.deepEqual(placesIn(carryMarks(from, documentOf([plain('何某甲侵犯著作权。')]))), []);
    assert.deepEqual(placesIn(carryMarks(from, documentOf([plain('又见岑岭二字')]))), []);
  });

  it('stay as they are in a text that has them', () => {
    const from = documentOf([commented('岑岭茶叶'), plain('为地理标志。')]);
    const to = documentOf([plain('岑岭茶叶为'), commented('地理标志'), plain('。')]);
    assert.deepEqual(carryMarks(from, to), to);
  });

  it('cost no time to carry to a long text', () => {
    const long = '岑岭茶叶的地理标志。'.repeat(5_000);
    const from = documentOf(
      ...Array.from({ length: 300 }, () => [commented('岑岭茶叶'), plain('的地理标志。')]),
    );
    const started = performance.now();
    carryMarks(from, documentOf(...paragraphsOf(long.slice(0, 3_000)).map((p) => p.children)));
    assert.ok(performance.now() - started < 2_000);
  });
});
