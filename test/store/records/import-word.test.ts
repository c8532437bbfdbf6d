import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inlineText } from '../../../shared/document/tree.ts';
import {
  roughLines,
  roughText,
  textLine,
} from '../../../shared/templates/recognise/rough-block.ts';
import { readWord } from '../../../electron/store/records/import/read-word.ts';
import { Skipped } from '../../../electron/store/records/import/source-text.ts';
import type { SkipCode } from '../../../shared/contract/records.ts';
import { pngOf } from '../../support/picture-file.ts';
import {
  cell,
  paragraph,
  run,
  shownPicture,
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

  it('gives the widths of columns where they differ, and how paragraphs are aligned', async () => {
    const grid = (...widths: number[]) =>
      `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
    const sized = (...widths: number[]) =>
      table([cell('甲'), cell('乙')]).replace(
        '<w:tbl>',
        `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr>${grid(...widths)}`,
      );
    const right = '<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t>落款</w:t></w:r></w:p>';
    const { blocks } = await read({
      body: sized(2000, 6000) + sized(4000, 4100) + sized(1000, 2000, 3000) + right,
    });
    assert.deepEqual(
      blocks.map((block) =>
        block.type === 'table'
          ? (block.columnWidths ?? null)
          : block.type === 'line' && block.align,
      ),
      [[2000, 6000], null, null, 'right'],
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
    ]);
    assert.deepEqual(blocks.at(-1)?.type === 'line' && blocks.at(-1), {
      ...textLine(''),
      children: [
        { type: 'text', text: '正文' },
        { type: 'footnote', children: [{ type: 'text', text: '脚注文字' }] },
      ],
    });
  });

  it('keeps footnotes in tables, of several lines, with tables and with notes of their own', async () => {
    const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const { blocks } = await read({
      footnotes:
        `<w:footnote w:id="2">${paragraph('一行')}${paragraph('二行')}${table([cell('甲'), cell('乙')])}</w:footnote>` +
        `<w:footnote w:id="3">${paragraph(`${run('外')}${reference(4)}`)}</w:footnote>` +
        `<w:footnote w:id="4">${paragraph('内')}</w:footnote>`,
      body:
        table([cell('格'), `<w:tc><w:tcPr/>${paragraph(`${run('注')}${reference(2)}`)}</w:tc>`]) +
        paragraph(reference(3)),
    });
    assert.deepEqual(blocks.flatMap(roughLines), [
      '格',
      '注',
      '一行',
      '二行',
      '甲　乙',
      '',
      '外（内）',
    ]);
  });

  it('keeps where paragraphs stand, those of cells too', async () => {
    const at = (jc: string, text: string) =>
      `<w:p><w:pPr><w:jc w:val="${jc}"/></w:pPr>${run(text)}</w:p>`;
    const { blocks } = await read({
      body:
        at('center', '中') +
        at('right', '右') +
        at('both', '左') +
        table([`<w:tc><w:tcPr/>${at('center', '格')}</w:tc>`, cell('乙')]),
    });
    assert.deepEqual(
      blocks.flatMap((block) => (block.type === 'line' ? [block.align] : [])),
      ['center', 'right', null],
    );
    const last = blocks.at(-1);
    assert.deepEqual(last?.type === 'table' && last.rows[0]?.[0]?.children, [
      { type: 'paragraph', align: 'center', children: [{ type: 'text', text: '格' }] },
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

  it('keeps comments and what was struck out as a file beside the text, with who wrote them and about what', async () => {
    const { blocks, files, notKept } = await read({
      comments: `<w:comment w:id="0" w:author="林某 &amp; 何某甲" w:date="2026-03-01T09:30:00Z">${paragraph('金额要核实。')}${paragraph('另见卷宗。')}</w:comment>`,
      body: paragraph(
        `<w:commentRangeStart w:id="0"/>${run('一百二十万元')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>` +
          `<w:ins w:id="1" w:author="周某某">${run('添上')}</w:ins>` +
          `<w:del w:id="2" w:author="周某某" w:date="2026-03-02T08:00:00Z"><w:r><w:delText>划去</w:delText></w:r></w:del>`,
      ),
    });
    assert.deepEqual(blocks.map(roughText), ['一百二十万元添上']);
    assert.deepEqual(Object.fromEntries(notKept), { comment: 1, deletion: 1, insertion: 1 });
    assert.equal(files?.length, 1);
    assert.deepEqual([files[0]?.name, files[0]?.mediaType], ['批注与修订.txt', 'text/plain']);
    assert.deepEqual(
      Buffer.from(files[0]?.bytes ?? [])
        .toString()
        .split('\n'),
      [
        '批注 1 条',
        '1. 林某 & 何某甲 2026-03-01 09:30',
        '  原文：一百二十万元',
        '  金额要核实。',
        '  另见卷宗。',
        '',
        '修订中删除的文字 1 处',
        '1. 周某某 2026-03-02 08:00',
        '  划去',
        '',
      ],
    );
  });

  describe('with pictures', () => {
    const withMedia = async (
      body: string,
      bytes: Buffer,
      change?: (parts: Map<string, Buffer>) => void,
    ) => {
      const parts = wordParts({ body });
      parts.set('word/media/map.png', bytes);
      change?.(parts);
      return readWord(await zipOf(parts));
    };

    it('keeps each once, in the text where it stood, byte for byte; in a table by its name', async () => {
      const body =
        paragraph(`${run('前')}${shownPicture}${run('后')}`) +
        table([`<w:tc><w:tcPr/>${paragraph(`${run('见')}${shownPicture}`)}</w:tc>`, cell('乙')]);
      const { blocks, files, notKept } = await withMedia(body, pngOf(30, 20));
      assert.deepEqual([...notKept], []);
      assert.deepEqual(
        files?.map(({ name, mediaType, bytes }) => [name, mediaType, Buffer.from(bytes)]),
        [['图1.png', 'image/png', pngOf(30, 20)]],
      );
      const id = files?.[0]?.id;
      assert.deepEqual(
        blocks.map(({ type }) => type),
        ['line', 'image', 'table'],
      );
      assert.ok(blocks[1]?.type === 'image' && blocks[1].attachmentId === id);
      const link = blocks[2]?.type === 'table' && blocks[2].rows[0]?.[0]?.children[0]?.children[1];
      assert.deepEqual(link, { type: 'attachment-link', attachmentId: id, text: '图1.png' });
    });

    it('attaches one that no window shows, and leaves out one that is too large or claims to be', async () => {
      const drawing = await withMedia(
        paragraph(shownPicture),
        Buffer.from('\u0001\u0000\u0009\u0000 drawing'),
      );
      assert.deepEqual(drawing.blocks.map(roughText), ['图1.png']);
      for (const bytes of [
        pngOf(20_001, 1),
        Buffer.concat([pngOf(9, 9), Buffer.alloc(21 * 1024 ** 2, 7)]),
        Buffer.concat([pngOf(9, 9), Buffer.alloc(15 * 1024 ** 2)]),
      ]) {
        const { blocks, files, notKept } = await withMedia(
          paragraph(`${run('文')}${shownPicture}`),
          bytes,
        );
        assert.deepEqual([blocks.length, files, [...notKept]], [1, [], [['image', 1]]]);
      }
    });

    it('fetches none from elsewhere, and says where it lies', async () => {
      const remote = shownPicture.replace('r:embed', 'r:link');
      const {
        files,
        notKept,
        remote: addresses,
      } = await withMedia(paragraph(`${run('文')}${remote}`), pngOf(9, 9), (parts) => {
        const rels = parts.get('word/_rels/document.xml.rels')?.toString() ?? '';
        parts.set(
          'word/_rels/document.xml.rels',
          Buffer.from(
            rels.replace(
              'Target="media/map.png"',
              'Target="http://pictures.invalid/a.png" TargetMode="External"',
            ),
          ),
        );
      });
      assert.deepEqual([files, [...notKept]], [[], [['remote-image', 1]]]);
      assert.deepEqual(addresses, ['http://pictures.invalid/a.png']);
    });
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
