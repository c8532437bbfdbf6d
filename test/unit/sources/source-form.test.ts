import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSourceItem, type SourceItem } from '../../../shared/sources/csl-item.ts';
import {
  dateOf,
  fieldsOfType,
  formOf,
  formTypes,
  itemOf,
} from '../../../shared/sources/source-form.ts';

const foreign: SourceItem = {
  id: 7,
  type: 'book',
  title: '秘密',
  author: [
    { family: '林', given: '某' },
    { family: 'Smith', given: 'John A.' },
    { family: 'Berg', given: 'A.', 'non-dropping-particle': 'van den' },
    { literal: '云汀市人民检察院' },
  ],
  issued: { 'date-parts': [[2020], [2021]] },
  accessed: { raw: 'last week' },
  volume: 2,
  abstract: '摘要',
};

describe('the form of a source', () => {
  it('changes nothing of a foreign item that nobody touches, to the letter', () => {
    assert.equal(JSON.stringify(itemOf(formOf(foreign), 'book', foreign)), JSON.stringify(foreign));
  });

  it('changes what was touched and keeps every name that stayed as it was', () => {
    const form = formOf(foreign);
    assert.equal(form.author, '林某\nSmith, John A.\nvan den Berg A.\n云汀市人民检察院');
    const changed = itemOf(
      { ...form, author: `周某某\n${form.author}`, volume: '' },
      'book',
      foreign,
    );
    assert.deepEqual(changed.author, [{ literal: '周某某' }, ...(foreign.author ?? [])]);
    assert.equal('volume' in changed, false);
    assert.equal(changed.abstract, '摘要');
  });

  it('takes a comma for the parting of a foreign name, never of a Chinese one', () => {
    const item = itemOf({ title: 'x', author: 'Doe, Jane\n甲, 乙\nWIPO\n\n' }, 'report', null);
    assert.deepEqual(item.author, [
      { family: 'Doe', given: 'Jane' },
      { literal: '甲, 乙' },
      { literal: 'WIPO' },
    ]);
  });

  for (const [typed, parts] of [
    ['2025', [2025]],
    ['2025-03', [2025, 3]],
    [' 2025-3-2 ', [2025, 3, 2]],
    ['2025年3月2日', [2025, 3, 2]],
    ['2025年', [2025]],
    ['2024.02.29', [2024, 2, 29]],
  ] as const) {
    it(`reads the date ${typed}`, () => assert.deepEqual(dateOf(typed), { 'date-parts': [parts] }));
  }

  for (const typed of [
    '25',
    '2025-13',
    '2025-02-29',
    '2025-00-01',
    'March',
    '2025-3-2x',
    '2025--3',
  ]) {
    it(`does not take ${typed} for a date`, () => assert.equal(dateOf(typed), null));
  }

  it('makes an item of every type that the library takes, with each of its fields', () => {
    for (const type of formTypes) {
      const members = fieldsOfType(type);
      assert.equal(new Set(members).size, members.length, type);
      const form = Object.fromEntries(members.map((member) => [member, '2025']));
      const { item, notKept } = readSourceItem(itemOf({ ...form, title: '题' }, type, null));
      assert.deepEqual(notKept, []);
      for (const member of members) assert.notEqual(item[member], undefined, `${type} ${member}`);
    }
  });
});
