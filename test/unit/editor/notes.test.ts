import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noteOf } from '../../../renderer/editor/footnotes/footnotes-on-page.ts';
import { questionIn } from '../../../renderer/editor/links/link-query.ts';

describe('what is written in the box of a footnote', () => {
  const recordId = '0199aa00-0000-7000-8000-000000000001';
  const link = { type: 'record-link' as const, recordId, text: '岑岭茶案' };

  it('is kept as its lines and the links it names', () => {
    const text = (said: string) => ({ type: 'text', text: said });
    assert.deepEqual(
      noteOf(' 参见[[岑岭茶案]]。\n\n[[别的]]与[[岑岭茶案]] ', [], [link]).children,
      [
        text('参见'),
        link,
        text('。'),
        { type: 'line-break' },
        { type: 'line-break' },
        text('[[别的]]与'),
        link,
      ],
    );
    assert.deepEqual(noteOf('参见[[岑岭茶案]]').children, [text('参见[[岑岭茶案]]')]);
  });
});

describe('what asks for a link', () => {
  const asked = (before: string) => {
    const query = questionIn(before, '', 0);
    return query === null ? null : [query.start, query.text];
  };

  it('is @ or [[ with what was typed since, also as an input method writes them', () => {
    assert.deepEqual(asked('参见@cl'), [2, 'cl']);
    assert.deepEqual(asked('@'), [0, '']);
    assert.deepEqual(asked('见 ＠岑岭'), [2, '岑岭']);
    assert.deepEqual(asked('见[[岑岭 茶'), [1, '岑岭 茶']);
    assert.deepEqual(asked('见【【'), [1, '']);
    assert.deepEqual(asked('@甲@乙'), [2, '乙']);
  });

  it('is no address, no closed bracket, no other line, nothing endless', () => {
    for (const text of [
      'a@b',
      'lin.mou@',
      '[茶',
      '[[茶]]',
      '@茶\n叶',
      `@${'茶'.repeat(41)}`,
      '茶',
    ]) {
      assert.equal(asked(text), null, text);
    }
  });
});
