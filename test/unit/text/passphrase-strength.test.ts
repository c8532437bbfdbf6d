import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passphraseStrength } from '../../../shared/text/passphrase-strength.ts';

test('what everybody tries first is weak, however it is padded', () => {
  for (const passphrase of ['12345678', 'password', 'aaaaaaaaaaaa', 'abcdefgh', 'Password123456'])
    assert.equal(passphraseStrength(passphrase), 0, passphrase);
});

test('a row of unrelated words is strong, in Chinese and in Latin letters', () => {
  assert.equal(passphraseStrength('茶山雾里三只白鹭听雨'), 3);
  assert.equal(passphraseStrength('copper lantern drifts over mountain tea'), 3);
});

test('longer is never weaker', () => {
  const passphrase = '云汀7Kd雨bridge灯x';
  for (let length = 1; length < passphrase.length; length += 1)
    assert.ok(
      passphraseStrength(passphrase.slice(0, length)) <=
        passphraseStrength(passphrase.slice(0, length + 1)),
    );
});

test('full-width letters are worth what the same half-width letters are', () => {
  assert.equal(passphraseStrength('ｋｄｊｗｏｑｐｚ'), passphraseStrength('kdjwoqpz'));
});
