import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exportTree } from '../../../shared/document/export-tree.ts';
import {
  citationLabel,
  citationsIn,
  numberSources,
  referenceLines,
  type CitedItems,
} from '../../../shared/document/citations.ts';
import type { Block, DocumentTree, Inline } from '../../../shared/document/tree.ts';

const cite = (...ids: string[]): CitedItems => ids.map((sourceId) => ({ sourceId }));
const citation = (...ids: string[]): Inline => ({ type: 'citation', items: cite(...ids) });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const documentOf = (...sections: [string, Block[]][]): DocumentTree => ({
  version: 2,
  sections: sections.map(([id, blocks]) => ({ id, heading: id, blocks })),
});
const all = () => true;

describe('numbers of sources', () => {
  it('follow the order of first citation, through lists, tables and captions, and a source keeps its own', () => {
    const document = documentOf(
      ['one', [{ type: 'list', ordered: false, items: [{ depth: 0, children: [citation('c')] }] }]],
      [
        'two',
        [
          {
            type: 'table',
            rows: [[{ children: [{ type: 'paragraph', children: [citation('a')] }] }]],
          },
          { type: 'image', attachmentId: 'x', caption: [citation('c', 'b')] },
          paragraph(citation('a')),
        ],
      ],
    );
    const numbers = numberSources(citationsIn(document), all);
    assert.deepEqual(
      [...numbers],
      [
        ['c', 1],
        ['a', 2],
        ['b', 3],
      ],
    );
  });

  it('leave no gap for a source that is gone', () => {
    const numbers = numberSources([cite('a'), cite('gone'), cite('b')], (id) => id !== 'gone');
    assert.deepEqual([...numbers.values()], [1, 2]);
  });
});

describe('the mark at the place of a citation', () => {
  const numbers = numberSources([cite('a', 'b', 'c', 'd', 'e')], all);
  const label = (items: CitedItems) => citationLabel(items, numbers);

  for (const [ids, expected] of [
    [['a'], '[1]'],
    [['a', 'b'], '[1-2]'],
    [['c', 'a', 'b'], '[1-3]'],
    [['a', 'c', 'd', 'e'], '[1,3-5]'],
    [['e', 'a'], '[1,5]'],
    [['b', 'b'], '[2]'],
    [['gone'], '[?]'],
    [['a', 'gone'], '[1,?]'],
  ] as const) {
    it(`is ${expected} for ${ids.join(', ')}`, () => assert.equal(label(cite(...ids)), expected));
  }

  it('has pages behind the bracket, each source by itself', () => {
    assert.equal(label([{ sourceId: 'b', locator: '45-58' }]), '[2]45-58');
    assert.equal(
      label([
        { sourceId: 'a', locator: '3' },
        ...cite('b', 'c'),
        { sourceId: 'gone', locator: '9' },
      ]),
      '[2-3][1]3[?]9',
    );
  });
});

describe('citations that leave', () => {
  const numbers = numberSources([cite('a')], all);
  const departure = {
    citationText: (items: CitedItems) => citationLabel(items, numbers),
    references: referenceLines(numbers, () => '林某. 题名[J].'),
  };
  const line = paragraph({ type: 'text', text: '[1] 林某. 题名[J].' });
  const text = paragraph({ type: 'text', text: '据研究' }, citation('a'), {
    type: 'text',
    text: '。',
  });
  const flat = paragraph({ type: 'text', text: '据研究[1]。' });

  it('are their marks, and the list is a section of its own', () => {
    assert.deepEqual(exportTree(documentOf(['body', [text]]), departure), {
      version: 1,
      sections: [
        { id: 'body', heading: 'body', blocks: [flat] },
        { id: 'references', heading: '参考文献', blocks: [line] },
      ],
    });
  });

  it('go to the section that is there for them, after what was written in it, in place of an empty line', () => {
    const own = paragraph({ type: 'text', text: '手写的一条' });
    const blocks = [own, paragraph()];
    const exported = exportTree(documentOf(['body', [text]], ['references', blocks]), departure);
    assert.deepEqual(exported.sections[1]?.blocks, [own, line]);
    assert.equal(exported.sections.length, 2);
  });

  it('make no list where nothing is cited', () => {
    const exported = exportTree(documentOf(['body', [paragraph()]]), { references: [] });
    assert.deepEqual(
      exported.sections.map(({ id, blocks }) => [id, blocks.length]),
      [['body', 1]],
    );
  });
});
