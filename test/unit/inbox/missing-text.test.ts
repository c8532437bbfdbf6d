import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gapText, missingSentence } from '../../../renderer/inbox/missing-text.ts';
import { wordsOf } from '../../../shared/i18n/index.ts';
import { guidanceChannelOf } from '../../../shared/packs/guidance-channel.ts';

const missing = [3, 4];
const ofGuidance = { channel: guidanceChannelOf('desk'), missing };
const ofTwo = { channel: 'point/desk', missing };

test('numbers of guidance that did not come may be for others, and are not said to be lost', () => {
  const { inbox } = wordsOf('zh-CN');
  for (const text of [
    missingSentence(inbox, ofGuidance),
    gapText(inbox, { ...ofGuidance, count: 2 }),
  ]) {
    assert.match(text, /第 3、4 号没有收到，可能是只发给其他单位的/u);
  }
});

test('numbers between two offices that did not come are missing', () => {
  const { inbox } = wordsOf('zh-CN');
  assert.match(missingSentence(inbox, ofTwo), /第 3、4 号还没有收到/u);
  assert.equal(gapText(inbox, { ...ofTwo, count: 2 }), '缺第 3、4 号');
});
