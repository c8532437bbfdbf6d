import type { Handlers } from '../../../shared/contract/define.ts';
import type { points } from '../../../shared/contract/points.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { databaseOf, workspaceOf, type StoreContext } from '../context.ts';
import { readSmallFile } from '../files/read-small-file.ts';
import { writeNewFile } from '../files/write-new-file.ts';
import { provePassphrase } from '../workspace/change-secrets.ts';
import { readCard, type Card } from './card.ts';
import { changeKeys, startEpoch } from './change-keys.ts';
import { enrol } from './enrol.ts';
import { minisignPublicKeyText } from './minisign.ts';
import { enrolledOffices, toOffice } from './offices.ts';
import { pendingCards, refusePending } from './pending-cards.ts';
import { revoke, revokedOffices } from './revoke.ts';
import { currentKeys, ownCard, ownKeys } from './own-keys.ts';

const MAX_CARD_BYTES = 20_000;

export const pointsHandlers: Handlers<typeof points, StoreContext> = {
  'points.ownCard': (context) => {
    const { text, signingKey, fingerprint, ageRecipient, cardVersion, name } = myCard(context);
    const minisignPublicKey = minisignPublicKeyText(signingKey);
    return { card: text, fingerprint, minisignPublicKey, ageRecipient, cardVersion, name };
  },
  'points.saveOwnCard': (context, { file }) => {
    const { text, fingerprint } = myCard(context);
    if (!isAlreadyThere(file, text)) writeNewFile(file, text, 0o644);
    return { fingerprint };
  },
  'points.readCard': (context, { file }) => {
    workspaceOf(context);
    const raw = readSmallFile(file, MAX_CARD_BYTES);
    if (raw === null) throw new Failure('card-invalid');
    const { text, name, kind, cardVersion } = readCard(raw);
    return { card: text, name, kind, cardVersion };
  },
  'points.enrol': (context, input) => {
    const { db, info } = workspaceOf(context);
    return enrol(db, context.clock, info, input);
  },
  'points.list': (context) => ({ items: enrolledOffices(databaseOf(context)).map(toOffice) }),
  'points.revoked': (context) => ({ items: revokedOffices(databaseOf(context)) }),
  'points.pending': (context) => ({ items: pendingCards(databaseOf(context)) }),
  'points.refusePending': (context, { id }) => {
    refusePending(databaseOf(context), context.clock, id);
    return {};
  },
  'points.revoke': (context, input) => {
    revoke(databaseOf(context), context.clock, input);
    return {};
  },
  'points.changeKeys': async (context, { passphrase }) => {
    await provePassphrase(context, passphrase);
    const { db, info } = workspaceOf(context);
    return changeKeys(db, context.clock, info);
  },
  'points.startEpoch': async (context, { passphrase }) => {
    await provePassphrase(context, passphrase);
    return startEpoch(databaseOf(context), context.clock);
  },
  'points.writeAgeIdentity': (context, { file }) => {
    const db = databaseOf(context);
    const keys = ownKeys(db);
    const lines = keys.map((key) => `# public key: ${key.ageRecipient}\n${key.ageIdentity}\n`);
    // The line in the trail comes first: there is no secret outside without one.
    db.transaction(() => {
      appendAudit(db, context.clock, {
        action: 'age-identity-written',
        subject: keys[0]?.ageRecipient ?? '',
        detail: { identities: keys.length },
      });
      writeNewFile(file, lines.join(''), 0o600);
    }).immediate();
    return {};
  },
};

function myCard(context: StoreContext): Card & { fingerprint: string } {
  const { db, info } = workspaceOf(context);
  return ownCard(currentKeys(db), info);
}

/** The own card is always the same bytes, so writing it over itself is no loss. */
function isAlreadyThere(file: string, text: string): boolean {
  try {
    return readSmallFile(file, MAX_CARD_BYTES) === text;
  } catch {
    return false;
  }
}
