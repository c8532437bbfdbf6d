import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rescan } from '../../../electron/store/preflight/rescan.ts';
import { STATEMENT } from '../../../shared/packs/statement.ts';
import { failsWith } from '../../support/failure.ts';

// What chance may write into keys and a signature: the name of an account behind "vx".
const account = 'vxZzCDDDfVani4gemKw';
const key = `RWTnK0aS+${account}+`.padEnd(56, 'A');
const age = `age1vx${'q2w3e4r5'.repeat(8)}`.slice(0, 62);
const signed = `+${account}+`.padEnd(99, 'B').concat('=');
const card = `{"encryptionKey":"${age}","signingKey":"${key}"}\nuntrusted comment: jianzhi card\n${signed}\n`;

const look = (statement: object) =>
  rescan(
    [{ path: STATEMENT, read: () => [Buffer.from(JSON.stringify(statement, null, 2))] }],
    new Map(),
  );

describe('the last look at what a pack says', () => {
  it('takes nothing that chance wrote into a card for a name of an account', async () => {
    await look({ kind: 'guidance', note: '', cards: [card] });
  });

  it('finds the same letters wherever a person may have written them', async () => {
    for (const note of [`加我${account}`, `${card} ${account}`])
      await assert.rejects(
        look({ kind: 'guidance', note, cards: [] }),
        failsWith('preflight-open'),
      );
  });
});
