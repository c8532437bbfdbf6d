import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { partiesHandlers } from '../../../electron/store/parties/handlers.ts';
import { parties } from '../../../shared/contract/parties.ts';
import type { Block, DocumentTree, Inline } from '../../../shared/document/tree.ts';
import { Failure } from '../../../shared/errors.ts';
import { isPseudonym } from '../../../shared/text/parties/pseudonym.ts';
import { scanText } from '../../../shared/text/scan/scan-text.ts';
import { decideAll } from '../../support/decide.ts';
import { draftPack } from '../../support/forge.ts';
import { addRecord, enrolAt, openOffice } from '../../support/office.ts';

const givens = fc.string({
  unit: fc.constantFrom(...Array.from('明远静安求败天佑清和玉成小雨志强建国思齐')),
  minLength: 1,
  maxLength: 3,
});
const realName = fc
  .tuple(fc.constantFrom('林', '何', '周', '欧阳', '司徒', '买买提·'), givens)
  .map(([surname, given]) => `${surname}${given}`);
const spacer = fc.constantFrom('', '', '', ' ', '　', '\u200b', '\n', '  \u2060 ', '·', '\u00ad');
/** A name as somebody might have typed or pasted it. */
const spread = (whole: string) =>
  fc
    .array(spacer, { minLength: whole.length, maxLength: whole.length })
    .map((gaps) =>
      Array.from(whole, (one, at) => one + (at < whole.length - 1 ? (gaps[at] ?? '') : '')).join(
        '',
      ),
    );
const secret = fc.constantFrom(
  '13912345678',
  '１３９１２３４５６７８',
  'lu@example.com',
  '11010519491231002X',
  '京A12345',
);
const filler = fc.constantFrom(
  '被告人',
  '，后与',
  '一起在云汀市生产。',
  '电话',
  '：',
  '（2025）岚0102刑初47号',
  '证人',
  ' ',
  '见',
  '。',
);

type Made = { names: string[]; title: string; keyword: string; document: DocumentTree };

function made(): fc.Arbitrary<Made> {
  return fc.uniqueArray(realName, { minLength: 1, maxLength: 4 }).chain((names) => {
    const some = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...names).chain(spread) },
      { weight: 1, arbitrary: secret },
      { weight: 3, arbitrary: filler },
    );
    const text = fc.array(some, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    const inline: fc.Arbitrary<Inline> = fc.oneof(
      text.map((one): Inline => ({ type: 'text', text: one })),
      text.map((one): Inline => ({ type: 'text', text: one, bold: true })),
      fc.constant<Inline>({ type: 'line-break' }),
      text.map((one): Inline => ({ type: 'footnote', children: [{ type: 'text', text: one }] })),
    );
    const children = fc.array(inline, { maxLength: 4 });
    const block: fc.Arbitrary<Block> = fc.oneof(
      children.map((run): Block => ({ type: 'paragraph', children: run })),
      children.map((run): Block => ({ type: 'heading', level: 1, children: run })),
      children.map((run): Block => ({
        type: 'list',
        ordered: false,
        items: [{ depth: 0, children: run }],
      })),
      children.map((run): Block => ({
        type: 'table',
        rows: [[{ children: [{ type: 'paragraph', children: run }] }]],
      })),
      children.map((run): Block => ({
        type: 'image',
        attachmentId: '01890000-0000-7000-8000-000000000000',
        caption: run,
      })),
    );
    return fc.record({
      names: fc.constant(names),
      title: text.map((one) => `${one}案`),
      keyword: text.map((one) => `${one}词`),
      document: fc.record({
        version: fc.constant<2>(2),
        sections: fc
          .tuple(text, fc.array(block, { maxLength: 4 }))
          .map(([heading, blocks]) => [{ id: 'facts', heading: heading.slice(0, 190), blocks }]),
      }),
    });
  });
}

/** What a curious reader would try: every character that does not show taken out, every width made one. */
function bare(text: string): string {
  return text
    .replaceAll(/<style>[\s\S]*?<\/style>/gu, '')
    .replaceAll(/<[^>]*>/gu, '')
    .normalize('NFKC')
    .replaceAll(/[\s\u200b\u2060\u00ad·]/gu, '');
}

describe('whatever a record says and whoever its parties are', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  before(() => enrolAt(point, desk));
  after(() => {
    point.close();
    desk.close();
  });

  async function enter({ names, title, keyword, document }: Made): Promise<string> {
    const id = addRecord(point, { title, keywords: [keyword], document });
    point.db.prepare(`UPDATE records SET case_numbers = '[]' WHERE id = ?`).run(id);
    for (const name of names) {
      const party = {
        recordId: id,
        id: null,
        name,
        role: 'defendant',
        isMinor: false,
        pseudonym: null,
      };
      const input = parties['parties.save'].input.parse(party);
      await partiesHandlers['parties.save'](point.context, input);
    }
    return id;
  }

  it('no real name and no undecided finding stands in any byte of its pack', async () => {
    let written = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(made(), { minLength: 3, maxLength: 3 }), async (all) => {
        const recordIds: string[] = [];
        for (const one of all) recordIds.push(await enter(one));
        const names = all.flatMap((one) => one.names);
        await decideAll(point, { recordIds }, ({ options }) =>
          options[0] === undefined ? null : { decision: options[0], reason: '演示' },
        );
        try {
          const { files } = await draftPack(point, desk, { recordIds, attachmentIds: [] });
          written += 1;
          for (const [path, bytes] of files) {
            const text = bytes.toString();
            for (const real of names) {
              const key = bare(real);
              if (isPseudonym(key)) continue;
              assert.ok(!bare(text).includes(key), `${real} in ${path}`);
            }
            if (path.endsWith('record.html')) {
              const shown = text
                .replaceAll(/<style>[\s\S]*?<\/style>|<[^>]*>/gu, '\n')
                .replaceAll(/[0-9a-f-]{36}/gu, '');
              assert.deepEqual(scanText(shown, { isBeginning: false }), [], path);
            }
          }
        } catch (error) {
          // Refused is safe, and must not be the rule.
          if (!(error instanceof Failure && error.code === 'preflight-open')) throw error;
        }
      }),
      { numRuns: 25, seed: 20261123 },
    );
    assert.ok(written >= 23, `${written} of 25 left`);
  });
});
