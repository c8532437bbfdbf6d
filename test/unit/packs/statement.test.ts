import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maySend, packKinds } from '../../../shared/packs/pack-kinds.ts';
import { plainSubmission, readStatement, statementText } from '../../../shared/packs/statement.ts';

describe('a statement', () => {
  const text = statementText(plainSubmission('请审阅。'));

  it('is read back as it was written', () => {
    assert.deepEqual(readStatement(text), plainSubmission('请审阅。'));
  });

  it('has one spelling', () => {
    assert.equal(readStatement(text.slice(0, -1)), null);
    assert.equal(readStatement(` ${text}`), null);
    assert.equal(readStatement(text.replace('"note":', '"note" :')), null);
  });

  it('has no member that is not named', () => {
    assert.equal(readStatement(text.replace('{', '{"__proto__":{},')), null);
    assert.equal(readStatement(text.replace('"caseload":[]', '"answers":[],"caseload":[]')), null);
    assert.equal(readStatement(text.replace('"caseload":[],', '')), null);
  });

  it('is of a kind that there is', () => {
    assert.equal(readStatement(text.replace('"submission"', '"rumour"')), null);
    assert.equal(readStatement('['), null);
  });
});

describe('who may send what', () => {
  it('goes upward with what was written, and down with guidance', () => {
    assert.ok(maySend('submission', 'contact-point', 'desk'));
    assert.ok(maySend('submission', 'contact-point', 'province'));
    assert.ok(!maySend('submission', 'desk', 'contact-point'));
    assert.ok(!maySend('guidance', 'contact-point', 'desk'));
    assert.ok(maySend('guidance', 'desk', 'contact-point'));
  });

  it('lets provincial offices alone endorse, to the desk alone', () => {
    for (const by of ['contact-point', 'province', 'desk'] as const) {
      for (const to of ['contact-point', 'province', 'desk'] as const) {
        assert.equal(maySend('endorsement', by, to), by === 'province' && to === 'desk');
      }
    }
  });

  it('lets everybody answer', () => {
    for (const kind of ['receipt', 'message'] as const) assert.ok(packKinds.includes(kind));
    assert.ok(maySend('receipt', 'contact-point', 'desk'));
    assert.ok(maySend('message', 'desk', 'contact-point'));
  });
});
