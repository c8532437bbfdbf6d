import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readCaseload } from '../../shared/caseload/caseload-csv.ts';
import { RecordId } from '../../shared/contract/records.ts';
import { OwnFigures, type SentPack } from '../../shared/contract/packs.ts';
import { Failure } from '../../shared/errors.ts';
import { has, many, one, required, UsageError } from './arguments.ts';
import type { Caller } from './caller.ts';
import type { Command } from './commands.ts';

const PAGE = 100;

/** Takes records back from an office that they went to. */
export const withdrawCommand: Command = {
  usage: 'withdraw --records ID… --to OFFICE --out FILE [--note TEXT]',
  options: { records: 'many', to: 'one', out: 'one', note: 'one' },
  needsOpenWorkspace: true,
  run: (caller, args) => {
    const ids = many(args, 'records').flatMap((value) => value.split(','));
    const recordIds = ids.map((id) => RecordId.safeParse(id).data);
    if (ids.length === 0 || recordIds.includes(undefined))
      throw new UsageError('--records takes ids of records');
    return caller.call('packs.withdraw', {
      recordIds: recordIds.filter((id) => id !== undefined),
      to: required(args, 'to'),
      file: resolve(required(args, 'out')),
      note: one(args, 'note') ?? '',
    });
  },
};

/** The same bytes once more. */
export const resendCommand: Command = {
  usage: 'resend PACK-ID --out FILE',
  options: { out: 'one' },
  needsOpenWorkspace: true,
  run: (caller, args) => {
    const [packId] = args.positionals;
    if (packId === undefined) throw new UsageError('PACK-ID is missing');
    return caller.call('packs.resend', { packId, file: resolve(required(args, 'out')) });
  },
};

/** `packs list`: what this workspace wrote, newest first, and what became of it. */
export const packsCommand: Command = {
  usage: 'packs list [--waiting]',
  options: { waiting: 'flag' },
  needsOpenWorkspace: true,
  run: async (caller, args) => {
    if (args.positionals[0] !== 'list') throw new UsageError('packs list');
    const items: SentPack[] = [];
    for (;;) {
      const page = await caller.call('packs.list', {
        offset: items.length,
        limit: PAGE,
        ...(has(args, 'waiting') ? { state: 'waiting' } : {}),
      });
      items.push(...page.items);
      if (page.items.length === 0 || items.length >= page.total) return { items };
    }
  },
};

/** `2026-Q3=figures.csv`, the file as docs/caseload.md says. */
export function ownFigures(value: string): OwnFigures {
  const [period = '', ...rest] = value.split('=');
  const file = rest.join('=');
  if (file === '') throw new UsageError('--caseload takes PERIOD=FILE');
  const read = readCaseload(readFileSync(resolve(file), 'utf8'));
  if ('line' in read) throw new Failure('caseload-invalid', { period, line: read.line });
  const own = OwnFigures.safeParse({ period, figures: read.figures });
  if (!own.success) throw new UsageError('--caseload takes a period such as 2026-Q3');
  return own.data;
}

/** `revoke`: nothing more from, and nothing more to, an office. */
export const revokeCommand: Command = {
  usage: 'revoke --office OFFICE --reason TEXT',
  options: { office: 'one', reason: 'one' },
  needsOpenWorkspace: true,
  run: async (caller, args) => {
    const named = required(args, 'office');
    const { items } = await caller.call('points.list', {});
    const office = items.find(({ id, name }) => id === named || name === named);
    if (office === undefined) throw new Failure('recipient-not-enrolled', { to: named });
    return caller.call('points.revoke', { officeId: office.id, reason: required(args, 'reason') });
  },
};

/** What anybody may know: the own card and those of others: in force, revoked, and come along with guidance to be compared. */
async function showKeys(caller: Caller) {
  const { card: _, ...own } = await caller.call('points.ownCard', {});
  const { items: offices } = await caller.call('points.list', {});
  const { items: revoked } = await caller.call('points.revoked', {});
  const { items: pending } = await caller.call('points.pending', {});
  return { own, offices, revoked, pending };
}

/**
 * `keys show`: public keys and fingerprints. `keys change`: new keys, a card of the next version. `keys renumber`: after a restored backup. With `--age-identity` the secret age
 * identities are written out, for the independent check of packs.
 */
export const keysCommand: Command = {
  usage: 'keys show|change|renumber · keys --age-identity FILE --yes-write-secret',
  options: { 'age-identity': 'one', 'yes-write-secret': 'flag' },
  needsOpenWorkspace: true,
  run: async (caller, args, passphrase) => {
    const [what] = args.positionals;
    if (what === 'show') return showKeys(caller);
    if (what === 'change') {
      return caller.call('points.changeKeys', { passphrase: await passphrase() });
    }
    if (what === 'renumber') {
      return caller.call('points.startEpoch', { passphrase: await passphrase() });
    }
    const file = resolve(required(args, 'age-identity'));
    if (!has(args, 'yes-write-secret')) {
      throw new UsageError('this writes a secret key in clear: say --yes-write-secret');
    }
    await caller.call('points.writeAgeIdentity', { file });
    return { file };
  },
};
