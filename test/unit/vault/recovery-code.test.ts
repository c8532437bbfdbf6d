import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { newRecoveryCode, readRecoveryCode } from '../../../electron/store/vault/recovery-code.ts';
import { failsWith } from '../../support/failure.ts';

describe('the recovery code', () => {
  it('is printed in six groups of five without I, L, O and U', () => {
    for (let run = 0; run < 200; run++) {
      assert.match(newRecoveryCode(), /^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){5}$/);
    }
  });

  it('carries at least 128 random bits, evenly spread', () => {
    const seen = new Map<string, number>();
    const codes = Array.from({ length: 400 }, () => readRecoveryCode(newRecoveryCode()));
    for (const character of codes.join('')) seen.set(character, (seen.get(character) ?? 0) + 1);
    assert.equal(new Set(codes).size, 400);
    assert.ok(codes.every((code) => code.length * 5 >= 128));
    assert.equal(seen.size, 32);
    assert.ok(Math.min(...seen.values()) > 200, 'each of 32 characters is expected 325 times');
  });

  it('is read in any case, spacing, width and with look-alikes', () => {
    const code = 'EZSRT-JZR55-916Z0-HFHGV-ZMV3C-J8RXZ';
    const secret = readRecoveryCode(code);
    const typed = [
      code.toLowerCase(),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', '  ')}\n`,
      code.replaceAll('-', '－'),
      code.replaceAll('-', '—'),
      code.replaceAll('1', 'l').replaceAll('0', 'o'),
      code.replaceAll('1', 'I').replaceAll('0', 'O'),
      code.replaceAll('V', 'U'),
      fullWidth(code),
    ];
    for (const variant of typed) assert.equal(readRecoveryCode(variant), secret, variant);
  });

  it('notices every single mistyped character', () => {
    // A fixed code: the checksum has 20 bits, so one wrong code in a million would pass.
    const code = 'EZSRTJZR55916Z0HFHGVZMV3CJ8RXZ';
    for (let place = 0; place < code.length; place++) {
      for (const wrong of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (code[place] === wrong) continue;
        const typed = code.slice(0, place) + wrong + code.slice(place + 1);
        assert.throws(() => readRecoveryCode(typed), failsWith('recovery-code-malformed'));
      }
    }
  });

  it('refuses anything else without a crash', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (typed) => {
        assert.throws(() => readRecoveryCode(typed), failsWith('recovery-code-malformed'));
      }),
    );
  });
});

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) + 0xfee0),
  );
}
