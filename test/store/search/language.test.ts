import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Database } from 'better-sqlite3';
import { makeRandom, type Random } from '../../bench/random.ts';
import type { StoreContext } from '../../../electron/store/context.ts';
import { find } from '../../../electron/store/search/find.ts';
import { rebuildIndex } from '../../../electron/store/search/rebuild-index.ts';
import { openDatabase } from '../../../electron/store/database/open.ts';
import type { FullRecord, RecordId, RecordKind } from '../../../shared/contract/records.ts';
import { records as contract } from '../../../shared/contract/records.ts';
import { parseQuery } from '../../../shared/text/query/parse-query.ts';
import { printQuery } from '../../../shared/text/query/print-query.ts';
import { joined, negated, type Query } from '../../../shared/text/query/query.ts';
import { paragraphsOf } from '../../../shared/document/tree.ts';
import { codeLists } from '../../../shared/templates/code-lists/index.ts';
import { fold } from '../../../shared/text/fold.ts';
import { isFoundByScan } from '../../support/scan-query.ts';
import { openTempRecords, recordingControl, type TempRecords } from '../../support/temp-records.ts';

let made: TempRecords;
beforeEach(() => (made = openTempRecords()));
afterEach(() => made.close());

const words =
  '假冒 注册商标 商标 盗版 软件 林某 罪 岑岭 茶 a1 A ip 213 刑法213条 第二百一十三条 甲 甲乙 jm'.split(
    ' ',
  );
const marks = [
  '，',
  '。\n',
  ' ',
  '',
  '',
  '、',
  '（2025）岚0102刑初47号',
  '刑法第二百一十三条',
  '2024年',
];
const headings = ['基本案情', '典型意义', '履职过程'];
const kinds: RecordKind[] = ['typical-case', 'research-note', 'precedent'];
const kindWords = ['典型案例', 'precedent', '调研', '参考案例', '案例', 'report', 'search'];
const charges = ['213', '217', '219'];
const tags = ['重点', '重点案件', '旧'];

type OtherList = 'function' | 'right-type' | 'stage' | 'outcome' | 'region' | 'origin';
const otherLists: OtherList[] = ['function', 'right-type', 'stage', 'outcome', 'region', 'origin'];
const codesOf = (list: OtherList): string[] => codeLists[list].slice(0, 4).map(({ code }) => code);

/** A value of a list as somebody would type it: its code, its name, the end of its name, or nothing that there is. */
function valueOf(random: Random, list: OtherList): string {
  const { code, name } = random.pick(codeLists[list].slice(0, 5));
  const all = [code, name['zh-CN'], name['zh-CN'].slice(-2), name.en, '无此选项', '商标'];
  return fold(random.pick(all));
}

function textOf(random: Random, length: number): string {
  return Array.from({ length }, () => random.pick(words) + random.pick(marks)).join('');
}

function contentOf(random: Random) {
  const some = (from: readonly string[]) => from.filter(() => random.next() < 0.3);
  const length = 1 + random.below(3);
  return {
    title: `${textOf(random, 2).replaceAll('\n', '').trim()}案`,
    keywords: some(['假冒注册商标罪', '商标', '软件 盗版']),
    caseNumbers: some(['（2025）岚0102刑初47号', '(2019)岚01民终3号', '无']),
    document: {
      version: 2,
      sections: headings.slice(0, length).map((heading, index) => ({
        id: `part-${index}`,
        heading,
        blocks: paragraphsOf(textOf(random, random.below(8))),
      })),
    },
    fields: {
      charges: some(charges),
      handlingProcuratorate: random.pick(['', '云汀市人民检察院', '临溪县人民检察院']),
      functions: some(codesOf('function')),
      rightTypes: some(codesOf('right-type')),
      stages: some(codesOf('stage')),
      outcomes: some(codesOf('outcome')),
      region: random.pick([null, ...codesOf('region')]),
      origin: random.pick([null, ...codesOf('origin')]),
      dates:
        random.next() < 0.3 ? [{ kind: codeLists['date-kind'][0].code, on: '2021-03-01' }] : [],
    },
  };
}

function leaf(random: Random): Query {
  const text = random.pick(words).toLowerCase();
  switch (random.below(17)) {
    case 0:
      return { type: 'text', text: `${text} ${random.pick(words).toLowerCase()}` };
    case 1:
    case 2: {
      const others = new Set([
        text,
        random.pick(words).toLowerCase(),
        random.pick(words).toLowerCase(),
      ]);
      return others.size < 2
        ? { type: 'text', text }
        : { type: 'near', words: [...others], within: random.below(12) };
    }
    case 3:
      return {
        type: 'field',
        field: random.pick(['title', 'keyword', 'case-number'] as const),
        text,
      };
    case 4:
      return {
        type: 'field',
        field: 'charge',
        text: random.pick(['213', '假冒注册商标', '商标', '侵犯']),
      };
    case 5:
      return { type: 'field', field: 'tag', text: random.pick(['重点', '旧', '无此标签']) };
    case 6:
      return { type: 'field', field: 'kind', text: random.pick(kindWords) };
    case 7: {
      const from = 2018 + random.below(8);
      return { type: 'years', from: random.pick([null, from]), to: from + random.below(3) };
    }
    case 8:
      return {
        type: 'field',
        field: 'section',
        text: random.pick([headings[0], `典型意义/${text}`, `案情/${text}`]) ?? '',
      };
    case 9:
      return { type: 'field', field: 'procuratorate', text: random.pick(['云汀', '人民检察院']) };
    case 10:
    case 11: {
      const field = random.pick(otherLists);
      return { type: 'field', field, text: valueOf(random, field) };
    }
    case 12: {
      const written = ['213', '刑法213', '第二百一十三条', '刑法第214条', '之一', 'a1'];
      return { type: 'field', field: 'article', text: random.pick(written) };
    }
    case 13:
      return random.next() < 0.5
        ? { type: 'field', field: 'status', text: random.pick(['草稿', 'draft', '报送', '商标']) }
        : { type: 'field', field: 'source', text: random.pick(['导入', 'written', '示例', '茶']) };
    case 14:
      return { type: 'text', text: random.pick(['jiamao', 'jmzc', 'ruanjian', 'cenl', 'shangb']) };
    default:
      return { type: 'text', text };
  }
}

function queryOf(random: Random, depth: number): Query {
  const roll = random.below(depth === 0 ? 1 : 5);
  if (roll < 2) return leaf(random);
  if (roll === 4) return negated(queryOf(random, depth - 1));
  const parts = Array.from({ length: 2 + random.below(2) }, () => queryOf(random, depth - 1));
  return joined(roll === 2 ? 'and' : 'or', parts) ?? leaf(random);
}

function save(context: StoreContext, id: RecordId, random: Random): void {
  const { handlers } = made;
  const { saves } = handlers['records.get'](context, { id }) as FullRecord;
  const input = contract['records.save'].input.parse({ id, saves, ...contentOf(random) });
  void handlers['records.save'](context, input);
}

function allRecords(context: StoreContext): FullRecord[] {
  const input = contract['records.list'].input.parse({ limit: 500 });
  const page = made.handlers['records.list'](context, input) as { items: { id: RecordId }[] };
  return page.items.map(({ id }) => made.handlers['records.get'](context, { id }) as FullRecord);
}

/** Asks the index and a reader of every record the same; the order of the answers must not matter. */
function agree(db: Database, context: StoreContext, random: Random, count: number): void {
  const all = allRecords(context);
  for (let round = 0; round < count; round += 1) {
    const query = queryOf(random, 3);
    const typed = printQuery(query);
    assert.deepEqual(parseQuery(typed).query, query, typed);
    const answer = find(db, { query: typed, kinds: [], offset: 0, limit: 500, exact: true });
    const idsOf = (some: readonly { id: RecordId }[]) => some.map(({ id }) => id).toSorted();
    const byScan = (inAnyForm: boolean) =>
      idsOf(all.filter((record) => isFoundByScan(query, record, inAnyForm)));
    assert.deepEqual(idsOf(answer.hits), byScan(true), typed);
    assert.deepEqual(idsOf(answer.hits.filter(({ via }) => via === 'text')), byScan(false), typed);
    assert.deepEqual([answer.total, answer.isExact], [answer.hits.length, true], typed);
    for (const order of round % 4 === 0 ? (['newest', 'oldest', 'title'] as const) : []) {
      const sorted = find(db, {
        query: typed,
        kinds: [],
        order,
        offset: 0,
        limit: 500,
        exact: false,
      });
      assert.deepEqual(idsOf(sorted.hits), idsOf(answer.hits), `${order} ${typed}`);
    }
  }
}

describe('every kind of query finds what a reader of every record finds', () => {
  it('after inserts, edits, tags, trash, restore, import, purge and a rebuild, and in a backup that is opened', async () => {
    const random = makeRandom(5);
    const { context, handlers, db, folder } = made;
    const ids = Array.from({ length: 24 }, () => {
      const id = made.create(
        random.pick(['typical-case', 'research-note', 'precedent-search-report'] as const),
      );
      save(context, id, random);
      return id;
    });
    agree(db, context, random, 150);

    for (let round = 0; round < 4; round += 1) {
      for (const id of ids.slice(0, 5)) save(context, id, random);
      const some = () => [random.pick(ids.slice(5, 20)), random.pick(ids.slice(5, 20))];
      void handlers['records.tag'](context, {
        ids: some(),
        add: [random.pick(tags)],
        remove: [random.pick(tags)],
      });
      void handlers['records.trash'](context, { ids: some() });
      void handlers['records.restore'](context, { ids: some() });
      agree(db, context, random, 60);
    }
    for (let count = 0; count < 4; count += 1) {
      const file = join(folder, `${count}.md`);
      writeFileSync(
        file,
        `# ${contentOf(random).title}\n\n关键词：商标、软件\n\n## 基本案情\n\n${textOf(random, 6)}\n`,
      );
      const kind = random.pick(kinds);
      const input = contract['records.import'].input.parse({ kind, paths: [file] });
      await handlers['records.import'](context, input, recordingControl());
    }
    agree(db, context, random, 100);
    void handlers['records.trash'](context, { ids: [ids[20] ?? ids[0] ?? made.create()] });
    void handlers['records.purge'](context, { ids: [ids[20] ?? made.create()] });
    await rebuildIndex(db, recordingControl());
    agree(db, context, random, 60);

    const copy = openCopy(db);
    agree(
      copy,
      { ...context, open: { ...context.open, db: copy } as StoreContext['open'] },
      random,
      60,
    );
    copy.close();
  });

  /** As a backup is made and opened again. */
  function openCopy(db: Database): Database {
    const file = join(made.folder, 'copy.db');
    db.prepare('VACUUM INTO ?').run(file);
    return openDatabase(file, made.key);
  }
});
