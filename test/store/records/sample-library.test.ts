import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { RecordKind, records, type FullRecord } from '../../../shared/contract/records.ts';
import { sectionText } from '../../../shared/document/tree.ts';
import { templates } from '../../../shared/templates/index.ts';
import { openTempRecords, recordingControl } from '../../support/temp-records.ts';

const temp = openTempRecords();
const samples: FullRecord[] = [];
const textOf = ({ document }: FullRecord) => document.sections.map(sectionText).join('\n');

before(async () => {
  await temp.handlers['records.addSamples'](temp.context, {}, recordingControl());
  const input = records['records.list'].input.parse({ limit: 500 });
  const { items } = await temp.handlers['records.list'](temp.context, input);
  for (const { id } of items)
    samples.push(await temp.handlers['records.get'](temp.context, { id }));
});
after(() => temp.close());

describe('the texts of the sample library', () => {
  it('are at least 24, of every kind, and no title comes twice', () => {
    assert.ok(samples.length >= 24, `${samples.length}`);
    assert.deepEqual(new Set(samples.map(({ kind }) => kind)), new Set(RecordKind.options));
    assert.equal(new Set(samples.map(({ title }) => title)).size, samples.length);
  });

  it('are recognised completely: the sections of the template, in order, each with words, and no others', () => {
    for (const { kind, title, document } of samples) {
      assert.deepEqual(
        document.sections.map(({ id }) => id),
        templates[kind].sections.map(({ id }) => id),
        title,
      );
      for (const section of document.sections)
        assert.ok(sectionText(section).length >= 50, `${title}: ${section.heading}`);
    }
  });

  it('have the title and the three to seven keywords of their files, not the name of the file', () => {
    for (const { kind, title, keywords, sourceName } of samples) {
      assert.match(title, /^\P{ASCII}*(?:20\d\d)?\P{ASCII}*$/u);
      assert.match(sourceName ?? '', /^\d\d-[a-z0-9-]+\.md$/);
      const expected = templates[kind].hasKeywords ? [3, 7] : [0, 0];
      assert.ok(keywords.length >= (expected[0] ?? 0), title);
      assert.ok(keywords.length <= (expected[1] ?? 0), title);
    }
  });

  it('leave no markup in the text', () => {
    for (const sample of samples) {
      assert.doesNotMatch(textOf(sample), /^#|\*\*|^\||^- |\]\(|<[a-z]/mu, sample.title);
    }
  });

  it('hang together: each names another by its title or shares a case number with one', () => {
    for (const sample of samples) {
      const others = samples.filter(({ id }) => id !== sample.id);
      const isLinked = others.some(
        (other) =>
          textOf(sample).includes(other.title) ||
          textOf(other).includes(sample.title) ||
          other.caseNumbers.some((number) => sample.caseNumbers.includes(number)),
      );
      assert.ok(isLinked, sample.title);
    }
  });

  it('name no case, practice, research or brief in 《》 that is not in the library', () => {
    const titles = new Set(samples.map(({ title }) => title));
    const isRecordLike = /(?:案|做法|法”|样本|研究|取证|新动向|手法|关注|诉讼|监管)$/u;
    for (const sample of samples) {
      for (const [, name = ''] of textOf(sample).matchAll(/《([^《》]+)》/gu))
        assert.ok(titles.has(name) || !isRecordLike.test(name), name);
    }
  });

  it('end with office, prosecutor and author, in invented names, where the kind calls for it', () => {
    for (const sample of samples) {
      const closing = /办案检察院：(.+)\n承办检察官：(.+)\n案例撰写人：(.+)$/u.exec(textOf(sample));
      const isCase = ['typical-case', 'guiding-case-nomination'].includes(sample.kind);
      assert.equal(closing !== null, isCase, sample.title);
      const names = (closing?.slice(2) ?? []).flatMap((line) => line.split(/\s+/u));
      for (const name of names) assert.match(name, /^\p{Script=Han}某{1,2}$/u);
    }
  });

  it('hold nothing that looks like an ID card, a telephone, an account, a plate or an address of the net', () => {
    const patterns = [
      /\d{15,}/u,
      /(?<!\d)\d{17}[\dXx]/u,
      /(?<!\d)1[3-9]\d{9}(?!\d)/u,
      /(?<!\d)0\d{2,3}[-－]?\d{7,8}(?!\d)/u,
      /\p{Script=Han}[A-Z][A-Z0-9]{5,6}(?![A-Z0-9])/u,
      /(?<![0-9A-Z])[0-9A-HJ-NP-RTUWXY]{18}(?![0-9A-Z])/u,
      /@|https?:|www\./u,
    ];
    for (const sample of samples) {
      const text = `${sample.title}\n${textOf(sample)}`.normalize('NFKC');
      for (const pattern of patterns) assert.doesNotMatch(text, pattern, sample.title);
    }
  });

  it('cite dockets of the two invented provinces only', () => {
    for (const sample of samples) {
      for (const [number, court] of textOf(sample).matchAll(
        /（20\d\d）(\p{Script=Han})[^）]{0,20}?号/gu,
      ))
        assert.match(court ?? '', /^[岚沧]$/u, number);
    }
  });
});
