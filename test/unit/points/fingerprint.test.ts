import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fingerprintOf, readFingerprint } from '../../../electron/store/points/fingerprint.ts';

describe('a fingerprint', () => {
  it('is what OpenSSL makes of a card with the recipe of docs/pack-format.md', () => {
    assert.equal(fingerprintOf('jianzhi test card\n'), '52431 94916 89229 46443 59389 61956');
  });

  it('is another for a card that differs in one character', () => {
    assert.notEqual(fingerprintOf('jianzhi test card'), fingerprintOf('jianzhi test card\n'));
  });

  it('may be typed without spaces, with dashes, or in full width', () => {
    for (const typed of [
      '524319491689229464435938961956',
      ' 52431-94916-89229-46443-59389-61956 ',
      '５２４３１　９４９１６　８９２２９　４６４４３　５９３８９　６１９５６',
      '52431 94916 89229\n46443，59389。61956',
    ]) {
      assert.equal(readFingerprint(typed), '52431 94916 89229 46443 59389 61956');
    }
  });

  it('is nothing else: neither fewer digits, nor more, nor letters', () => {
    for (const typed of ['', '52431', '5'.repeat(29), '5'.repeat(31), 'O'.repeat(30)]) {
      assert.equal(readFingerprint(typed), null);
    }
  });
});
