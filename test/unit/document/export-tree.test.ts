import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ExportedTreeV1, ExportedTreeV2 } from '../../../shared/document/exported-tree.ts';
import { exportTree } from '../../../shared/document/export-tree.ts';
import { readDocument } from '../../../shared/document/read-document.ts';
import { sectionText, type Block, type Inline } from '../../../shared/document/tree.ts';
import { anyDocument } from '../editor/any-document.ts';

const id = '0199aa00-0000-7000-8000-000000000001';
const documentOf = (...blocks: Block[]) => ({
  version: 2 as const,
  sections: [{ id: 'facts', heading: '基本案情', blocks }],
});
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const text = (said: string): Inline => ({ type: 'text', text: said });

describe('a document that leaves', () => {
  it('is always one that a receiver can read, and in the old version when that can hold it', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const exported = exportTree(document);
        const Tree = exported.version === 1 ? ExportedTreeV1 : ExportedTreeV2;
        assert.deepEqual(Tree.parse(exported), exported);
        assert.equal(
          exported.version === 1,
          ExportedTreeV1.safeParse({ ...exported, version: 1 }).success,
        );
      }),
    );
  });

  it('leaves comment marks, links and citations behind, and keeps what they showed', () => {
    const exported = exportTree(
      documentOf(
        paragraph(
          { type: 'text', text: '甲', marks: [id] },
          text('乙'),
          { type: 'record-link', recordId: id, text: '岑岭茶案' },
          { type: 'attachment-link', attachmentId: id, text: '鉴定意见.pdf' },
          { type: 'citation', items: [{ sourceId: id }] },
          {
            type: 'footnote',
            children: [
              { type: 'text', text: '注', marks: [id] },
              { type: 'record-link', recordId: id, text: '同案' },
            ],
          },
        ),
      ),
      { citationText: () => '[1]' },
    );
    assert.deepEqual(exported.sections[0]?.blocks, [
      {
        type: 'paragraph',
        children: [
          text('甲乙岑岭茶案鉴定意见.pdf[1]'),
          { type: 'footnote', children: [text('注同案')] },
        ],
      },
    ]);
    assert.ok(!JSON.stringify(exported).includes(id));
  });

  it('says for a link what the window shows for it, in tables and footnotes, too', () => {
    const link: Inline = { type: 'record-link', recordId: id, text: '旧题目（林建国）' };
    const inCell = { type: 'paragraph' as const, children: [link] };
    const exported = exportTree(
      documentOf(
        { type: 'table', rows: [[{ children: [inCell] }]] },
        paragraph({ type: 'footnote', children: [{ ...link }] }),
      ),
      { linkText: ({ recordId }) => (recordId === id ? '新题目' : '') },
    );
    const shown = JSON.stringify(exported);
    assert.equal(shown.split('新题目').length, 3);
    assert.ok(!shown.includes('林建国') && !shown.includes(id) && !shown.includes('link'));
  });

  it('writes the numbers of its headings', () => {
    const heading: Block = {
      type: 'heading',
      level: 1,
      numbered: true,
      children: [text('审查逮捕')],
    };
    assert.deepEqual(exportTree(documentOf(heading)).sections[0]?.blocks, [
      { type: 'heading', level: 1, children: [text('（一）审查逮捕')] },
    ]);
  });

  it('names a picture only when it goes along', () => {
    const image: Block = { type: 'image', attachmentId: id, caption: [text('图一')] };
    const content = 'ab'.repeat(32);
    assert.deepEqual(exportTree(documentOf(image)).sections[0]?.blocks, [
      { type: 'image', caption: [text('图一')] },
    ]);
    assert.deepEqual(
      exportTree(documentOf(image), { contentOf: () => content }).sections[0]?.blocks,
      [{ type: 'image', content, caption: [text('图一')] }],
    );
  });
});

describe('a document that is read', () => {
  it('of the first version becomes one of this version, otherwise the same', () => {
    const blocks = [paragraph(text('甲'))];
    const old = { version: 1, sections: [{ id: 'facts', heading: '', blocks }] };
    assert.deepEqual(readDocument(old), { ...old, version: 2 });
  });

  it('has its footnotes after the line they stand in, and nothing for citations', () => {
    const section = documentOf(
      paragraph(
        text('甲'),
        {
          type: 'footnote',
          children: [text('注一'), { type: 'line-break' }, text('注二')] as never,
        },
        { type: 'citation', items: [{ sourceId: id }] },
        text('乙'),
      ),
      { type: 'quote', children: [text('引')] },
      { type: 'image', attachmentId: id, caption: [text('图')] },
    ).sections[0];
    assert.ok(section);
    assert.equal(sectionText(section), '甲乙\n注一\n注二\n引\n图');
  });
});
