import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { RecordContent } from '../../../shared/contract/revisions.ts';
import type { MergeChoice, MergeConflict } from '../../../shared/document/merge/conflict.ts';
import { mergeContents } from '../../../shared/document/merge/merge-contents.ts';
import { sectionText, type Block, type Section } from '../../../shared/document/tree.ts';
import { noFields } from '../../../shared/templates/record-fields.ts';

const line = (text: string, marks?: string[]): Block => ({
  type: 'paragraph',
  children: text === '' ? [] : [{ type: 'text', text, ...(marks === undefined ? {} : { marks }) }],
});
const section = (id: string, ...texts: string[]): Section => ({
  id,
  heading: id,
  blocks: texts.map((text) => line(text)),
});
const content = (...sections: Section[]): RecordContent => ({
  title: '岑岭商标案',
  keywords: ['商标'],
  caseNumbers: [],
  fields: noFields(),
  document: { version: 2, sections },
});
const texts = ({ document }: RecordContent) =>
  document.sections.map((one) => `${one.id}: ${sectionText(one).replaceAll('\n', ' | ')}`);
const places = (conflicts: readonly MergeConflict[]) => conflicts.map(({ key }) => key);

const base = content(section('facts', '甲', '乙', '丙'), section('performance', '丁'));
const edited = (facts: string[], performance = ['丁']) =>
  content(section('facts', ...facts), section('performance', ...performance));

test('changes in different paragraphs of one section come together', () => {
  const { content: merged, conflicts } = mergeContents({
    base,
    ours: edited(['甲改', '乙', '丙']),
    theirs: edited(['甲', '乙改', '新', '丙'], ['丁', '戊']),
  });
  assert.deepEqual(places(conflicts), []);
  assert.deepEqual(texts(merged), ['facts: 甲改 | 乙改 | 新 | 丙', 'performance: 丁 | 戊']);
});

test('a paragraph that both reworded is a conflict with all three texts; ours stands until it is decided', () => {
  const three = {
    base,
    ours: edited(['甲', '我们的乙', '丙']),
    theirs: edited(['甲', '他们的乙', '丙']),
  };
  const { content: merged, conflicts } = mergeContents(three);
  assert.deepEqual(texts(merged), ['facts: 甲 | 我们的乙 | 丙', 'performance: 丁']);
  const [conflict] = conflicts;
  assert.deepEqual(
    [conflict?.base, conflict?.ours, conflict?.theirs],
    [['乙'], ['我们的乙'], ['他们的乙']],
  );
  const decided = (choice: MergeChoice) =>
    texts(mergeContents(three, { [conflict?.key ?? '']: choice }).content)[0];
  assert.equal(decided('theirs'), 'facts: 甲 | 他们的乙 | 丙');
  assert.equal(decided('both'), 'facts: 甲 | 我们的乙 | 他们的乙 | 丙');
});

test('who reworded two paragraphs in a row meets who reworded the second of them only there', () => {
  const [first, second] = ['何某甲低价购入散装茶叶。', '销售金额三十一万元，获利七万元。'];
  const { content: merged, conflicts } = mergeContents({
    base: edited([first, second]),
    ours: edited([
      '何某甲分三次低价购入散装茶叶。',
      '销售金额三十一万五千元，获利七万元。',
      '加的。',
    ]),
    theirs: edited([first, '销售金额三十二万元，获利七万元。']),
  });
  assert.deepEqual(conflicts[0]?.ours, ['销售金额三十一万五千元，获利七万元。']);
  assert.equal(texts(merged)[0]?.startsWith('facts: 何某甲分三次低价购入散装茶叶。 | '), true);
  assert.equal(texts(merged)[0]?.endsWith(' | 加的。'), true);
});

test('one takes out what the other rewords: a conflict, never a loss', () => {
  const { conflicts } = mergeContents({
    base,
    ours: edited(['甲', '丙']),
    theirs: edited(['甲', '乙改', '丙']),
  });
  assert.deepEqual(conflicts[0]?.theirs, ['乙改']);
  assert.deepEqual(conflicts[0]?.ours, []);
  const gone = {
    base,
    ours: content(section('facts', '甲', '乙', '丙')),
    theirs: edited(['甲', '乙', '丙'], ['丁改']),
  };
  assert.deepEqual(places(mergeContents(gone).conflicts), ['section performance']);
  const kept = mergeContents(gone, { 'section performance': 'theirs' });
  assert.deepEqual(texts(kept.content)[1], 'performance: 丁改');
});

test('sections that one side added, took out or moved', () => {
  const added = section('significance', '意义');
  const { content: merged, conflicts } = mergeContents({
    base: content(section('facts', '甲'), section('performance', '丁'), section('other-1', '旧')),
    ours: content(section('performance', '丁'), section('facts', '甲改'), section('other-1', '旧')),
    theirs: content(section('facts', '甲'), section('performance', '丁'), added),
  });
  assert.deepEqual(places(conflicts), []);
  assert.deepEqual(texts(merged), ['performance: 丁', 'significance: 意义', 'facts: 甲改']);
});

test('title, fields and words: what one side alone changed; words of both; a field of both is a conflict', () => {
  const change = (changes: Partial<RecordContent>) => ({ ...base, ...changes });
  const { content: merged, conflicts } = mergeContents({
    base,
    ours: change({
      keywords: ['商标', '茶叶'],
      fields: { ...noFields(), author: '林某', court: '甲院' },
    }),
    theirs: change({
      title: '改',
      keywords: ['地理标志'],
      fields: { ...noFields(), author: '周某某' },
    }),
  });
  assert.equal(merged.title, '改');
  assert.deepEqual(merged.keywords, ['地理标志', '茶叶'].toSorted());
  assert.equal(merged.fields.court, '甲院');
  assert.deepEqual(places(conflicts), ['field author']);
});

test('a comment of either side keeps its place, whichever text wins', () => {
  const [one, other] = [
    '0197a000-0000-7000-8000-000000000001',
    '0197a000-0000-7000-8000-000000000002',
  ];
  const long = '第一段里的话足够长，可以认出来';
  const start = content({ id: 'facts', heading: '', blocks: [line(long), line('乙')] });
  const ours = content({ id: 'facts', heading: '', blocks: [line(long, [one]), line('乙改')] });
  const theirs = content({ id: 'facts', heading: '', blocks: [line(long, [other]), line('乙')] });
  const { content: merged, conflicts } = mergeContents({ base: start, ours, theirs });
  assert.deepEqual(conflicts, []);
  const [first] = merged.document.sections[0]?.blocks ?? [];
  const marks =
    first?.type === 'paragraph' && first.children[0]?.type === 'text'
      ? first.children[0].marks
      : [];
  assert.deepEqual(marks?.toSorted(), [one, other]);
});

const ids = ['facts', 'performance', 'significance', 'other-1'];
const anySections = fc
  .uniqueArray(fc.constantFrom(...ids), { maxLength: 4 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map((id) =>
        fc
          .array(fc.constantFrom('', '甲', '乙', '丙', '丁', '戊', '己'), { maxLength: 6 })
          .map((all) => section(id, ...all)),
      ),
    ),
  );
const anyContent = fc
  .record({
    title: fc.constantFrom('一', '二', '三'),
    keywords: fc.uniqueArray(fc.constantFrom('商标', '茶叶', '专利'), { maxLength: 3 }),
    author: fc.constantFrom('', '林某', '周某某'),
    sections: anySections,
  })
  .map(({ title, keywords, author, sections }) => ({
    ...content(...sections),
    title,
    keywords,
    fields: { ...noFields(), author },
  }));
const anyThree = fc.record({ base: anyContent, ours: anyContent, theirs: anyContent });

test('property: with one copy unchanged, or both the same, the result is the changed one', () => {
  fc.assert(
    fc.property(anyContent, anyContent, (start, changed) => {
      for (const three of [
        { base: start, ours: changed, theirs: start },
        { base: start, ours: start, theirs: changed },
        { base: start, ours: changed, theirs: changed },
      ]) {
        assert.deepEqual(mergeContents(three), { content: changed, conflicts: [] });
      }
    }),
  );
});

const wordsIn = ({ document }: RecordContent) =>
  document.sections.flatMap(({ blocks }) => blocks.flatMap(wordsOfBlock));
const wordsOfBlock = (block: Block) =>
  block.type === 'paragraph'
    ? block.children.flatMap((inline) => ('text' in inline ? [inline.text] : []))
    : [];
const counted = (words: readonly string[]) => Map.groupBy(words, (word) => word);

test('property: whatever either side wrote is in the result or in a conflict', () => {
  fc.assert(
    fc.property(anyThree, (three) => {
      const { content: merged, conflicts } = mergeContents(three);
      const there = counted([
        ...wordsIn(merged),
        ...conflicts.flatMap(({ ours, theirs }) => [...ours, ...theirs]),
      ]);
      const before = counted(wordsIn(three.base));
      for (const copy of [three.ours, three.theirs]) {
        for (const [word, all] of counted(wordsIn(copy))) {
          const isWritten = all.length > (before.get(word)?.length ?? 0);
          if (isWritten) assert.ok(there.has(word), `${word} is lost`);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test('property: the other way round it is the same, with the sides named the other way', () => {
  fc.assert(
    fc.property(anyThree, fc.boolean(), (three, isTheirs) => {
      const swapped = { base: three.base, ours: three.theirs, theirs: three.ours };
      const one = mergeContents(three);
      const other = mergeContents(swapped);
      // Each lists them in the order of its own sections.
      const byKey = (a: MergeConflict, b: MergeConflict) => (a.key < b.key ? -1 : 1);
      assert.deepEqual(
        other.conflicts
          .map((conflict) => ({ ...conflict, ours: conflict.theirs, theirs: conflict.ours }))
          .toSorted(byKey),
        one.conflicts.toSorted(byKey),
      );
      const all = (choice: MergeChoice) =>
        Object.fromEntries(one.conflicts.map(({ key }) => [key, choice]));
      assert.deepEqual(
        mergeContents(three, all(isTheirs ? 'theirs' : 'ours')).content,
        mergeContents(swapped, all(isTheirs ? 'ours' : 'theirs')).content,
      );
    }),
    { numRuns: 2000 },
  );
});

/** Copies as people make them: no paragraph twice. */
const told = fc
  .record({
    base: fc.shuffledSubarray(['甲', '乙', '丙', '丁', '戊', '己'], { minLength: 2 }),
    ours: fc.array(fc.nat(99), { maxLength: 6 }),
    theirs: fc.array(fc.nat(99), { maxLength: 6 }),
  })
  .map(({ base: start, ours, theirs }) => ({
    base: content(section('facts', ...start)),
    ours: content(section('facts', ...changedBy(start, ours, '我'))),
    theirs: content(section('facts', ...changedBy(start, theirs, '他'))),
  }));
function changedBy(start: readonly string[], changes: readonly number[], who: string): string[] {
  const now = [...start];
  for (const [at, change] of changes.entries()) {
    const place = Math.floor(change / 3) % (now.length + 1);
    if (change % 3 === 0) now.splice(place, 0, `${who}${String(at)}`);
    else if (change % 3 === 1) now.splice(place, 1);
    else if (place < now.length) {
      // Reworded, or another one in its place.
      const is = now[place] ?? '';
      now[place] = change % 2 === 0 ? `${is}${is}${who}${String(at)}` : `${who}改${String(at)}`;
    }
  }
  return now;
}

test('property: taken in twice it is as if taken in once', () => {
  fc.assert(
    fc.property(told, (three) => {
      const once = mergeContents(three);
      fc.pre(once.conflicts.length === 0);
      const twice = mergeContents({ ...three, ours: once.content });
      assert.deepEqual(twice, once);
    }),
    { numRuns: 3000 },
  );
});

test('property: what only one of them touched, paragraph by paragraph, is no conflict', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('same', 'ours', 'theirs'), { minLength: 1, maxLength: 8 }),
      (who) => {
        const of = (side: string) =>
          content(
            section(
              'facts',
              ...who.map((one, at) => (one === side ? `${side}${String(at)}` : `原${String(at)}`)),
            ),
          );
        const all = { base: of(''), ours: of('ours'), theirs: of('theirs') };
        const { content: merged, conflicts } = mergeContents(all);
        assert.deepEqual(conflicts, []);
        const expected = who.map((one, at) =>
          one === 'same' ? `原${String(at)}` : `${one}${String(at)}`,
        );
        assert.deepEqual(texts(merged), [`facts: ${expected.join(' | ')}`]);
      },
    ),
  );
});
