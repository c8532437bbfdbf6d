import type { Database } from 'better-sqlite3';
import { newDocument } from '../../shared/templates/index.ts';
import type { RecordKind } from '../../shared/contract/records.ts';
import { titleKey } from '../../electron/store/records/title-key.ts';
import { makeRandom } from './random.ts';

const kinds: readonly RecordKind[] = [
  'typical-case',
  'good-practice',
  'research-note',
  'precedent',
];
const statuses = ['draft', 'draft', 'in-review', 'submitted', 'adopted'];
const charges = ['213', '214', '215-making', '217', '219'];
const surnames = Array.from('林何朱柯陈王张李赵吴');
const brands = ['岑岭', '折枝', '汐桥', '蓝杉'];

/** Fills a workspace with records of real length, as lists see them; search is not what is measured, so nothing is indexed. */
export function fillLibrary(db: Database, count: number): void {
  const random = makeRandom(20261123);
  const insert = db.prepare(
    `INSERT INTO records (number, id, kind, title, keywords, case_numbers, document, characters, opening, saves,
       created_at, changed_at, fields, tags, title_key, status, completeness)
     VALUES (?, ?, ?, ?, '["商标"]', ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const mark = db.prepare('INSERT INTO record_marks (list, code, number) VALUES (?, ?, ?)');
  const unread = db.prepare('INSERT INTO unread_records (number) VALUES (?)');
  const text =
    '林某等人在未取得商标权利人许可的情况下，从江岚省外购入散装茶叶，冒用包装对外销售。'.repeat(58);
  const begin = Date.UTC(2016, 0, 1);
  const now = Date.now();
  db.transaction(() => {
    for (let number = 1; number <= count; number += 1) {
      const kind = random.pick(kinds);
      const document = newDocument(kind);
      document.sections[0]?.blocks.push({ type: 'paragraph', children: [{ type: 'text', text }] });
      const charge = random.pick(charges);
      const tag = `标签${random.below(60)}`;
      const title = `${random.pick(surnames)}某等${2 + random.below(9)}人假冒“${random.pick(brands)}”注册商标案（${number}）`;
      const created = begin + Math.floor(random.next() * (now - begin));
      insert.run(
        number,
        `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`,
        kind,
        title,
        JSON.stringify([`（${2016 + random.below(10)}）岚0102刑初${1 + random.below(900)}号`]),
        JSON.stringify(document),
        1500 + random.below(2000),
        text.slice(0, 120),
        created,
        Math.min(now, created + random.below(90 * 86_400_000)),
        JSON.stringify({ charges: [charge], functions: ['criminal'], region: '330000' }),
        JSON.stringify([tag]),
        titleKey(title),
        kind === 'precedent' ? null : random.pick(statuses),
        kind === 'precedent' ? null : random.below(101),
      );
      for (const [list, code] of [
        ['charge', charge],
        ['function', 'criminal'],
        ['region', '330000'],
        ['tag', tag],
      ]) {
        mark.run(list, code, number);
      }
      if (random.below(20) === 0) unread.run(number);
    }
  }).immediate();
}
