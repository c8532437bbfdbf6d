import { resolve } from 'node:path';
import {
  ChangesTaken,
  RecordId,
  RecordKind,
  WordChanges,
  type FullRecord,
  type RecordSummary,
} from '../../shared/contract/records.ts';
import type { SearchHit, SnippetPiece } from '../../shared/contract/search.ts';
import { WorkspaceKind } from '../../shared/contract/workspace.ts';
import { sectionText } from '../../shared/document/tree.ts';
import { Failure } from '../../shared/errors.ts';
import {
  has,
  many,
  one,
  required,
  UsageError,
  type Arguments,
  type OptionShape,
} from './arguments.ts';
import { callsCommand, guideCommand } from './guidance-command.ts';
import { messageCommand, receiptsCommand } from './answers-command.ts';
import { auditCommand } from './audit-command.ts';
import { attachmentsOf, chosenAttachments } from './chosen-attachments.ts';
import { documentCommand } from './document-command.ts';
import { endorseCommand, opinionCommand } from './endorse-command.ts';
import { profilesCommand } from './profiles-command.ts';
import { registryCommand } from './registry-command.ts';
import { officeCommand } from './office-command.ts';
import {
  keysCommand,
  ownFigures,
  packsCommand,
  resendCommand,
  revokeCommand,
  withdrawCommand,
} from './packs-command.ts';
import { approveCommand, statusCommand } from './review-command.ts';
import { sourcesCommand } from './sources-command.ts';
import { writeNewFile } from '../store/files/write-new-file.ts';
import type { Caller } from './caller.ts';
import { decideByFile, preflightReport } from './preflight-command.ts';
import { receive, received } from './receive-command.ts';
import { scanFile } from './scan-file.ts';

/** A command: its usage line, its own options, whether the workspace is opened for it, and what it answers (as JSON). */
export type Command = {
  usage: string;
  options: Readonly<Record<string, OptionShape>>;
  needsOpenWorkspace: boolean;
  /** Works on files alone: `--workspace` is not asked for. */
  needsNoWorkspace?: true;
  run(caller: Caller, args: Arguments, passphrase: () => Promise<string>): Promise<unknown>;
};

const PAGE = 500;
export const commands: Readonly<Record<string, Command>> = {
  init: {
    usage:
      'init --kind contact-point|province|desk --name NAME [--as PROFILE] [--accept-folder-risk]',
    options: { kind: 'one', name: 'one', 'accept-folder-risk': 'flag' },
    needsOpenWorkspace: false,
    run: async (caller, args, passphrase) => {
      const { workspace, recoveryCode } = await caller.call('workspace.create', {
        folder: resolve(required(args, 'workspace')),
        kind: oneOf(WorkspaceKind.options, required(args, 'kind'), 'kind'),
        name: required(args, 'name'),
        passphrase: await passphrase(),
        profileName: one(args, 'as') ?? one(args, 'profile'),
        acceptsNoStateSecrets: true,
        acceptsFolderRisk: has(args, 'accept-folder-risk'),
      });
      process.stderr.write(
        '不得存储国家秘密。 State-secret material must not be stored in this software.\n',
      );
      return { ...workspace, recoveryCode };
    },
  },
  import: {
    usage: `import --as ${RecordKind.options.join('|')} [--changes accepted|original] [--comments threads|beside] PATH…`,
    options: { as: 'one', changes: 'one', comments: 'one' },
    needsOpenWorkspace: true,
    run: (caller, args) =>
      caller.call('records.import', {
        kind: oneOf(RecordKind.options, required(args, 'as'), 'as'),
        paths: some(args.positionals, 'PATH').map((path) => resolve(path)),
        changes: {
          text: oneOf(ChangesTaken.options, one(args, 'changes') ?? 'accepted', 'changes'),
          comments: oneOf(
            WordChanges.shape.comments.options,
            one(args, 'comments') ?? 'beside',
            'comments',
          ),
        },
      }),
  },
  list: {
    usage: 'list [--kind KIND] [--trashed]',
    options: { kind: 'one', trashed: 'flag' },
    needsOpenWorkspace: true,
    run: async (caller, args) => {
      const items: RecordSummary[] = [];
      for (;;) {
        const page = await caller.call('records.list', {
          kinds: kindsOf(args),
          trashed: has(args, 'trashed'),
          offset: items.length,
          limit: PAGE,
        });
        items.push(...page.items);
        if (page.items.length === 0 || items.length >= page.total) return { items };
      }
    },
  },
  show: {
    usage: 'show ID…',
    options: {},
    needsOpenWorkspace: true,
    run: async (caller, args) => {
      const shown: unknown[] = [];
      for (const id of some(args.positionals, 'ID')) {
        shown.push(asPlain(await caller.call('records.get', { id: recordId(id) })));
      }
      return shown;
    },
  },
  search: {
    usage: 'search QUERY [--limit N|--all] [--kind KIND]',
    options: { limit: 'one', all: 'flag', kind: 'one' },
    needsOpenWorkspace: true,
    run: (caller, args) => search(caller, args),
  },
  similar: {
    usage: 'similar ID [--limit N]',
    options: { limit: 'one' },
    needsOpenWorkspace: true,
    run: (caller, args) =>
      caller.call('similar.toRecord', {
        id: recordId(some(args.positionals, 'ID')[0] ?? ''),
        limit: Math.min(50, positive(one(args, 'limit') ?? '10', 'limit')),
      }),
  },
  card: {
    usage: 'card [--out FILE] [--minisign FILE]',
    options: { out: 'one', minisign: 'one' },
    needsOpenWorkspace: true,
    run: async (caller, args) => {
      const own = await caller.call('points.ownCard', {});
      const out = one(args, 'out');
      if (out !== undefined) await caller.call('points.saveOwnCard', { file: resolve(out) });
      const minisign = one(args, 'minisign');
      if (minisign !== undefined) writeNewFile(resolve(minisign), own.minisignPublicKey, 0o644);
      return { fingerprint: own.fingerprint };
    },
  },
  enrol: {
    usage:
      'enrol CARD --fingerprint DIGITS [--colleague] | enrol --pending ID --fingerprint DIGITS | enrol --pending ID --refuse',
    options: { fingerprint: 'one', colleague: 'flag', pending: 'one', refuse: 'flag' },
    needsOpenWorkspace: true,
    run: async (caller, args) => {
      const id = one(args, 'pending');
      if (id !== undefined && has(args, 'refuse')) {
        return caller.call('points.refusePending', { id });
      }
      const card = await cardToEnrol(caller, args, id);
      return caller.call('points.enrol', {
        card,
        fingerprint: required(args, 'fingerprint'),
        isColleague: has(args, 'colleague'),
      });
    },
  },
  receive: {
    usage: 'receive FILE… [--confirm-epoch]',
    options: { 'confirm-epoch': 'flag' },
    needsOpenWorkspace: true,
    run: (caller, args) => receive(caller, args),
  },
  received: {
    usage:
      'received list [--state STATE] [--office OFFICE] | received set ID… --to STATE [--note TEXT]',
    options: { state: 'one', office: 'one', to: 'one', note: 'one' },
    needsOpenWorkspace: true,
    run: (caller, args) => received(caller, args),
  },
  export: {
    usage:
      'export --records ID… --to OFFICE --out FILE [--attachments all|ID…] [--note TEXT] [--caseload PERIOD=FILE…] [--decisions FILE]',
    options: {
      records: 'many',
      attachments: 'many',
      to: 'one',
      out: 'one',
      note: 'one',
      caseload: 'many',
      decisions: 'one',
    },
    needsOpenWorkspace: true,
    run: async (caller, args) => {
      const recordIds = some(many(args, 'records'), '--records')
        .flatMap((ids) => ids.split(','))
        .map(recordId);
      const leaving = {
        recordIds,
        attachmentIds: await chosenAttachments(args, () => attachmentsOf(caller, recordIds)),
      };
      const decisions = one(args, 'decisions');
      if (decisions !== undefined) await decideByFile(caller, leaving, decisions);
      return caller.call('packs.export', {
        ...leaving,
        to: required(args, 'to'),
        file: resolve(required(args, 'out')),
        note: one(args, 'note') ?? '',
        caseload: many(args, 'caseload').map(ownFigures),
      });
    },
  },
  withdraw: withdrawCommand,
  resend: resendCommand,
  packs: packsCommand,
  revoke: revokeCommand,
  keys: keysCommand,
  preflight: {
    usage: 'preflight ID… [--attachments all|ID…]',
    options: { attachments: 'many' },
    needsOpenWorkspace: true,
    run: async (caller, args) => {
      const recordIds = some(args.positionals, 'ID').map(recordId);
      const attachmentIds = await chosenAttachments(args, () => attachmentsOf(caller, recordIds));
      return preflightReport(caller, { recordIds, attachmentIds });
    },
  },
  document: documentCommand,
  office: officeCommand,
  approve: approveCommand,
  status: statusCommand,
  verify: {
    usage: 'verify FILE',
    options: {},
    needsOpenWorkspace: true,
    run: (caller, args) => {
      const [file] = some(args.positionals, 'FILE');
      return caller.call('packs.verify', { file: resolve(file ?? '') });
    },
  },
  opinion: opinionCommand,
  endorse: endorseCommand,
  guide: guideCommand,
  calls: callsCommand,
  receipts: receiptsCommand,
  message: messageCommand,
  audit: auditCommand,
  profiles: profilesCommand,
  sources: sourcesCommand,
  registry: registryCommand,
  scan: {
    usage: 'scan --file FILE',
    options: { file: 'one' },
    needsOpenWorkspace: false,
    needsNoWorkspace: true,
    run: async (_caller, args) => ({ findings: scanFile(resolve(required(args, 'file'))) }),
  },
};

async function search(caller: Caller, args: Arguments): Promise<unknown> {
  const query = some(args.positionals, 'QUERY').join(' ');
  const wantsAll = has(args, 'all');
  const limit = wantsAll ? Number.POSITIVE_INFINITY : positive(one(args, 'limit') ?? '20', 'limit');
  const hits: SearchHit[] = [];
  for (;;) {
    const answer = await caller.call('search.find', {
      query,
      kinds: kindsOf(args),
      offset: hits.length,
      limit: Math.min(PAGE, limit - hits.length),
      exact: true,
    });
    hits.push(...answer.hits);
    if (answer.hits.length === 0 || hits.length >= limit || hits.length >= answer.total) {
      return { total: answer.total, problems: answer.problems, hits: hits.map(plainHit) };
    }
  }
}

function plainHit({ title, snippet, ...hit }: SearchHit): unknown {
  return { ...hit, title: plainText(title), snippet: plainText(snippet) };
}

function plainText(pieces: readonly SnippetPiece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

function asPlain({ document, ...record }: FullRecord): unknown {
  const sections = document.sections.map((section) => ({
    id: section.id,
    heading: section.heading,
    text: sectionText(section),
  }));
  return { ...record, sections };
}

function kindsOf(args: Arguments): RecordKind[] {
  const kind = one(args, 'kind');
  return kind === undefined ? [] : [oneOf(RecordKind.options, kind, 'kind')];
}

function oneOf<const T extends string>(allowed: readonly T[], value: string, name: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`--${name} is one of: ${allowed.join(', ')}`);
  return found;
}

function some(values: readonly string[], name: string): readonly string[] {
  if (values.length === 0) throw new UsageError(`${name} is missing`);
  return values;
}

function positive(text: string, name: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--${name} needs a positive number`);
  return Number(text);
}

function recordId(text: string): RecordId {
  const parsed = RecordId.safeParse(text);
  if (!parsed.success) throw new Failure('record-not-found');
  return parsed.data;
}

/** The text of a card: a file, or one that came along with guidance. */
async function cardToEnrol(
  caller: Caller,
  args: Arguments,
  id: string | undefined,
): Promise<string> {
  if (id !== undefined) {
    const { items } = await caller.call('points.pending', {});
    const pending = items.find((item) => item.id === id);
    if (pending === undefined) throw new Failure('card-not-pending');
    return pending.card;
  }
  const [file] = some(args.positionals, 'CARD');
  return (await caller.call('points.readCard', { file: resolve(file ?? '') })).card;
}
