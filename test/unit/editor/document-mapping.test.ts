import { test } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { $createTextNode, $getRoot, createEditor, $isElementNode } from 'lexical';
import { DocumentTree } from '../../../shared/document/tree.ts';
import { $readDocument } from '../../../renderer/editor/from-lexical.ts';
import { $showDocument } from '../../../renderer/editor/to-lexical.ts';
import { editorNodes } from '../../../renderer/editor/nodes/index.ts';
import { registerWriting } from '../../../renderer/editor/register-writing.ts';
import { anyDocument } from './any-document.ts';

function editorWith(document: DocumentTree) {
  const editor = createEditor({
    nodes: editorNodes,
    onError: (error) => {
      throw error;
    },
  });
  registerWriting(editor, document.sections, 'any');
  editor.update(() => $showDocument(document, document.sections), { discrete: true });
  return editor;
}

const read = (document: DocumentTree) => editorWith(document).read($readDocument);

test('any document comes back from the editor as it went in', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      assert.deepEqual(read(document), document);
      DocumentTree.parse(document);
    }),
    { numRuns: 300 },
  );
});

test('a line feed inside a text is a line break, and neighbouring texts of one weight are one', () => {
  const document: DocumentTree = {
    version: 2,
    sections: [
      {
        id: 'facts',
        heading: '基本案情',
        blocks: [
          {
            type: 'paragraph',
            children: [
              { type: 'text', text: '林某' },
              { type: 'text', text: '假冒\n注册商标' },
            ],
          },
        ],
      },
    ],
  };
  assert.deepEqual(read(document).sections[0]?.blocks[0]?.type, 'paragraph');
  assert.deepEqual(read(document).sections[0]?.blocks, [
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: '林某假冒' },
        { type: 'line-break' },
        { type: 'text', text: '注册商标' },
      ],
    },
  ]);
});

test('colour and italics have no place in a document', () => {
  const editor = editorWith({
    version: 2,
    sections: [{ id: 'facts', heading: '', blocks: [] }],
  });
  editor.update(
    () => {
      const paragraph = $getRoot().getFirstDescendant();
      if (!$isElementNode(paragraph)) throw new Error('no paragraph');
      paragraph.append(
        $createTextNode('岑岭').toggleFormat('italic').setStyle('color: red'),
        $createTextNode('茶业').toggleFormat('underline'),
      );
    },
    { discrete: true },
  );
  assert.deepEqual(editor.read($readDocument).sections[0]?.blocks, [
    { type: 'paragraph', children: [{ type: 'text', text: '岑岭茶业' }] },
  ]);
});

test('sections of the template that a document lacks are shown in their places', () => {
  const editor = createEditor({ nodes: editorNodes });
  const tree: DocumentTree = {
    version: 2,
    sections: [
      { id: 'facts', heading: '案情', blocks: [{ type: 'paragraph', children: [] }] },
      { id: 'other-1', heading: '附记', blocks: [{ type: 'paragraph', children: [] }] },
    ],
  };
  const required = [
    { id: 'gist', heading: '要旨' },
    { id: 'facts', heading: '基本案情' },
    { id: 'significance', heading: '典型意义' },
  ];
  editor.update(() => $showDocument(tree, required), { discrete: true });
  const { sections } = editor.read($readDocument);
  assert.deepEqual(
    sections.map(({ id, heading }) => `${id} ${heading}`),
    ['gist 要旨', 'facts 案情', 'significance 典型意义', 'other-1 附记'],
  );
});

test('a table with gaps and spans that reach too far is made whole', () => {
  const cell = (text: string, spans = {}) => ({
    ...spans,
    children: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }],
  });
  const table = {
    type: 'table' as const,
    rows: [[cell('a', { rowSpan: 9 }), cell('b')], [cell('c'), cell('d')], []],
  };
  const after = read({ version: 2, sections: [{ id: 'facts', heading: '', blocks: [table] }] });
  const found = after.sections[0]?.blocks.find((block) => block.type === 'table');
  assert.equal(found?.rows[0]?.[0]?.rowSpan, 3);
  const widths = [3, 3, 3];
  assert.deepEqual(
    found?.rows.map((row, i) => row.length + (i === 0 ? 0 : 1)),
    widths,
  );
  assert.match(JSON.stringify(found), /"a".*"b".*"c".*"d"/);
});
