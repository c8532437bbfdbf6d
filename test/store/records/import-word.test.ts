import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inlineText } from '../../../shared/document/tree.ts';
import { roughText } from '../../../shared/templates/recognise/rough-block.ts';
import { readWord } from '../../../electron/store/records/import/read-word.ts';
import { Skipped } from '../../../electron/store/records/import/source-text.ts';
import type { SkipCode } from '../../../shared/contract/records.ts';
import {
  cell,
  paragraph,
  run,
  table,
  wordFile,
  wordParts,
  zipOf,
  type WordFile,
} from '../../support/word-file.ts';

const skips = (code: SkipCode) => (error: unknown) =>
  error instanceof Skipped && error.code === code;
const read = async (file: WordFile) => readWord(await wordFile(file));
const linesOf = async (body: string) => (await read({ body })).blocks.map(roughText);

describe('a Word file', () => {
  it('gives paragraphs with bold, headings with their rank, lists with their depth', async () => {
    const { blocks } = await read({
      body:
        paragraph('题目', { style: 'Title' }) +
        paragraph('一级', { style: 'Heading1' }) +
        paragraph(run('重', 'b') + run('轻')) +
        paragraph('项', { list: 2 }),
    });
    assert.deepEqual(
      blocks.map((block) =>
        block.type === 'line' ? [block.rank, block.item, block.children] : [],
      ),
      [
        [0, null, [{ type: 'text', text: '题目' }]],
        [1, null, [{ type: 'text', text: '一级' }]],
        [
          null,
          null,
          [
            { type: 'text', text: '重', bold: true },
            { type: 'text', text: '轻' },
          ],
        ],
        [null, { ordered: false, depth: 0 }, [{ type: 'text', text: '项' }]],
      ],
    );
  });

  it('gives tables with merged cells', async () => {
    const { blocks } = await read({
      body: table(
        [cell('甲', '<w:vMerge w:val="restart"/>'), cell('乙', '<w:gridSpan w:val="2"/>')],
        [cell('', '<w:vMerge/>'), cell('丙'), cell('丁')],
      ),
    });
    const [only] = blocks;
    assert.ok(only?.type === 'table');
    assert.deepEqual(
      only.rows.map((row) =>
        row.map(({ rowSpan, columnSpan, children }) => [
          children.map((child) => inlineText(child.children)).join(''),
          rowSpan,
          columnSpan,
        ]),
      ),
      [
        [
          ['甲', 2, undefined],
          ['乙', undefined, 2],
        ],
        [
          ['丙', undefined, undefined],
          ['丁', undefined, undefined],
        ],
      ],
    );
  });

  it('keeps a table within a cell as lines of the cell', async () => {
    const inner = `<w:tc><w:tcPr/>${table([cell('内一'), cell('内二')])}</w:tc>`;
    assert.deepEqual(await linesOf(table([cell('外'), inner])), ['外\n内一　内二']);
  });

  it('keeps the text of fields, formulas, text boxes, pinyin guides, insertions and foot notes', async () => {
    const box = (name: string) =>
      `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${paragraph(name)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
    const choice = (inner: string, fallback: string) =>
      `<mc:AlternateContent><mc:Choice Requires="wps">${inner}</mc:Choice>${fallback}</mc:AlternateContent>`;
    const old = `<mc:Fallback><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>${paragraph('旧框')}</w:txbxContent></v:textbox></w:pict></mc:Fallback>`;
    const nested = box('外框').replace(
      '</w:txbxContent>',
      `${paragraph(`<w:r>${choice(box('内框'), '')}</w:r>`)}</w:txbxContent>`,
    );
    const file: WordFile = {
      footnotes: `<w:footnote w:id="2"><w:p>${run(' 脚注文字')}</w:p></w:footnote>`,
      body:
        paragraph(
          `<w:fldSimple w:instr=" DATE \\@ &quot;yyyy&gt;&quot; ">${run('字段')}</w:fldSimple>`,
        ) +
        paragraph('<m:oMath><m:r><m:t>a=</m:t></m:r><m:r><m:t>b</m:t></m:r></m:oMath>') +
        paragraph(`<w:r>${choice(box('新框'), '')}</w:r>`) +
        paragraph(`<w:r>${choice(box('旧框'), old)}</w:r>`) +
        paragraph(`<w:r>${box('裸框')}</w:r>`) +
        paragraph(`<w:r>${choice(nested, '')}</w:r>`) +
        paragraph(
          `<w:r><w:ruby><w:rt><w:r><w:t>lín</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>临</w:t></w:r></w:rubyBase></w:ruby></w:r>${run('溪')}`,
        ) +
        paragraph(
          `<w:ins w:id="1">${run('增')}</w:ins><w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del>`,
        ) +
        paragraph(`${run('正文')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
    };
    const { blocks } = await read(file);
    assert.deepEqual(blocks.map(roughText), [
      '字段',
      'a=b',
      '新框',
      '旧框',
      '裸框',
      '外框',
      '内框',
      '临溪',
      '增',
      '正文',
      '注：脚注文字',
    ]);
  });

  it('counts what it does not keep', async () => {
    const picture =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="picture"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
    const { notKept } = await read({
      header: paragraph('页眉文字'),
      comments: `<w:comment w:id="0">${paragraph('批注')}</w:comment>`,
      body: paragraph(
        `${run('斜', 'i')}<w:hyperlink r:id="web">${run('链接')}</w:hyperlink>${picture}<w:r><w:commentReference w:id="0"/></w:r>`,
      ),
    });
    assert.deepEqual(Object.fromEntries(notKept), { formatting: 2, link: 1, image: 1, comment: 1 });
  });

  it('reads the text of a frame that is a table of one cell', async () => {
    assert.deepEqual(await linesOf(table([cell('第一行\n第二行')])), ['第一行', '第二行']);
  });
});

describe('a Word file that is refused', () => {
  const good = () => wordParts({ body: paragraph('林某假冒注册商标案') });

  it('is damaged when it is no zip, cut short, changed, or no document', async () => {
    const bytes = await zipOf(good());
    const changed = Buffer.from(bytes);
    const document = changed.indexOf('word/document.xml');
    changed.writeUInt8(changed.readUInt8(document + 30) ^ 0xff, document + 30);
    const withoutDocument = good();
    withoutDocument.delete('word/document.xml');
    const broken = good();
    broken.set('word/document.xml', Buffer.from('<w:document><w:body>'));
    const oldWord = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]);
    const files = [
      Buffer.from('这不是压缩包'),
      oldWord,
      bytes.subarray(0, bytes.length - 40),
      changed,
      await zipOf(withoutDocument),
      await zipOf(broken),
    ];
    for (const file of files) await assert.rejects(readWord(file), skips('file-damaged'));
  });

  it('is too large when it would grow beyond measure', async () => {
    const bomb = good();
    bomb.set('word/document.xml', Buffer.alloc(60 * 1024 * 1024, 0x20));
    await assert.rejects(readWord(await zipOf(bomb)), skips('file-too-large'));
    const dense = good();
    dense.set('word/document.xml', Buffer.alloc(4 * 1024 * 1024, 0x20));
    await assert.rejects(readWord(await zipOf(dense)), skips('file-too-large'));
    const many = good();
    for (let index = 0; index < 5001; index += 1) many.set(`word/x${index}.bin`, Buffer.alloc(0));
    await assert.rejects(readWord(await zipOf(many)), skips('file-too-large'));
  });

  it('is damaged when a part is larger than it claims', async () => {
    const liar = good();
    liar.set('word/document.xml', Buffer.from(`<w:document>${'甲'.repeat(20_000)}</w:document>`));
    const bytes = Buffer.from(await zipOf(liar));
    const entry = bytes.lastIndexOf('word/document.xml') - 46;
    bytes.writeUInt32LE(100, entry + 24);
    await assert.rejects(readWord(bytes), skips('file-damaged'));
  });

  it('is damaged when it declares entities or is nested without end', async () => {
    const entity = good();
    const xml = entity.get('word/document.xml')?.toString() ?? '';
    entity.set(
      'word/document.xml',
      Buffer.from(xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a "aaaa">]>')),
    );
    await assert.rejects(readWord(await zipOf(entity)), skips('file-damaged'));
    const depth = 20_000;
    const deep = `${'<w:smartTag>'.repeat(depth)}${run('甲')}${'</w:smartTag>'.repeat(depth)}`;
    const nested = await wordFile({ body: paragraph(deep) });
    await assert.rejects(readWord(nested), skips('file-damaged'));
  });
});
