import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { newAgeIdentity } from '../../../electron/store/points/age-identity.ts';
import { readCard, writeCard } from '../../../electron/store/points/card.ts';
import { minisign } from '../../../electron/store/points/minisign.ts';
import { newSigningKey } from '../../../electron/store/points/signing-key.ts';
import { canonicalJson, type JsonValue } from '../../../shared/canonical-json.ts';
import { failsWith } from '../../support/failure.ts';

const key = newSigningKey();
const facts = {
  officeId: '0199aa00-0000-7000-8000-000000000001',
  name: '云汀市人民检察院知识产权检察办公室',
  kind: 'contact-point' as const,
  cardVersion: 1,
  ageRecipient: newAgeIdentity().recipient,
};
const text = writeCard(facts, key);
const firstLine = text.slice(0, text.indexOf('\n') + 1);

/** A card that says what `change` makes of a good one, signed by its own key. */
function signedAnew(change: (card: { [name: string]: JsonValue }) => void): string {
  const card = JSON.parse(firstLine) as { [name: string]: JsonValue };
  change(card);
  return signLine(`${canonicalJson(card)}\n`);
}
function signLine(line: string): string {
  const trusted = `jianzhi-card office:${facts.officeId} version:1`;
  return line + minisign(Buffer.from(line), key, { untrusted: 'jianzhi card', trusted });
}

describe('a card', () => {
  it('is read as it was written, and is the same text each time', () => {
    const { officeId, name, kind, cardVersion, ageRecipient, signingKey } = readCard(text);
    assert.deepEqual({ officeId, name, kind, cardVersion, ageRecipient }, facts);
    assert.deepEqual(signingKey, { public: key.public, keyId: key.keyId });
    assert.equal(writeCard(facts, key), text);
  });

  it('survives an editor that adds a byte-order mark and CR LF', () => {
    const edited = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    assert.equal(readCard(edited).text, text);
  });

  it('is refused with any one character changed', () => {
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), (position) => {
        const changed = text[position] === 'x' ? 'y' : 'x';
        const forged = text.slice(0, position) + changed + text.slice(position + 1);
        try {
          const card = readCard(forged);
          // The untrusted comment alone is not signed; the fingerprint covers it.
          assert.ok(card.text.split('\n')[1]?.startsWith('untrusted comment: '));
          assert.ok(forged.startsWith(firstLine));
          assert.deepEqual(forged.split('\n').slice(2), text.split('\n').slice(2));
        } catch (error) {
          failsWith(
            forged.includes('"suites":["age-x25519+minisign-ed25519+sha256"]')
              ? 'card-invalid'
              : codeOf(error),
          )(error);
        }
      }),
    );
  });

  it('is refused when somebody else signed it', () => {
    const other = newSigningKey();
    const trusted = `jianzhi-card office:${facts.officeId} version:1`;
    const forged = firstLine + minisign(Buffer.from(firstLine), other, { untrusted: '', trusted });
    assert.throws(() => readCard(forged), failsWith('card-invalid'));
  });

  it('is refused, though signed, with a member more or less, or a value that cannot be', () => {
    const changes: ((card: { [name: string]: JsonValue }) => void)[] = [
      (card) => (card['note'] = 'x'),
      (card) => delete card['kind'],
      (card) => (card['kind'] = 'court'),
      (card) => (card['cardVersion'] = 0),
      (card) => (card['name'] = ''),
      (card) => (card['name'] = '云汀\u202E市'),
      (card) => (card['name'] = ' 云汀市'),
      (card) => (card['officeId'] = 'x'),
      (card) => (card['encryptionKey'] = `age1${'q'.repeat(58)}`),
      (card) => (card['formatVersion'] = 2),
    ];
    for (const change of changes) {
      assert.throws(
        () => readCard(signedAnew(change)),
        failsWith('card-invalid'),
        change.toString(),
      );
    }
    assert.equal(readCard(signedAnew(() => undefined)).name, facts.name);
  });

  it('is refused, though signed, when it is spelt in another way', () => {
    const spaced = `${JSON.stringify(JSON.parse(firstLine), null, 1).replaceAll('\n', '')}\n`;
    const twice = firstLine.replace('"cardVersion":1', '"cardVersion":1,"cardVersion":1');
    for (const line of [spaced, twice]) {
      assert.throws(() => readCard(signLine(line)), failsWith('card-invalid'));
    }
  });

  it('says that it needs another program when it names unknown suites only', () => {
    const foreign = signedAnew((card) => (card['suites'] = ['sm2+sm3']));
    assert.throws(() => readCard(foreign), failsWith('card-suite-unknown'));
    const both = signedAnew(
      (card) => (card['suites'] = [...(card['suites'] as string[]), 'sm2+sm3']),
    );
    assert.equal(readCard(both).suites.length, 2);
  });
});

function codeOf(error: unknown): 'card-invalid' | 'card-suite-unknown' {
  return String(error).includes('suite') ? 'card-suite-unknown' : 'card-invalid';
}
