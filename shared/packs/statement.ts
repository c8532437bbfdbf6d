import * as z from 'zod';
import { canonicalJson } from '../canonical-json.ts';

/**
 * `data/statement.json`: what a pack says beside its records, by kind. Every pack from version 7 on has one. Unknown members are
 * refused, and there is one spelling only (canonical JSON and a line feed). `docs/pack-format.md` describes it. All texts in it
 * passed the pre-flight. Lengths are UTF-16 units.
 */
export const STATEMENT = 'data/statement.json';

const Uuid = z.uuid().lowercase();
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Epoch = z.string().regex(/^[0-9a-f]{32}$/);
const Revision = z.number().int().min(1);
const PackName = z.strictObject({ packId: Uuid, hash: Sha256 });

/** `note`: the covering note 附言, in the sender's words; empty without one. */
const common = {
  format: z.literal('jianzhi-statement'),
  formatVersion: z.literal(1),
  note: z.string().max(5000),
};

/** The months or other periods of case figures that lie in `data/caseload/<period>.csv`. */
const Caseload = z
  .array(
    z.strictObject({
      period: z.string().regex(/^[0-9]{4}(?:-[0-9a-z]{1,8}){0,2}$/),
      sha256: Sha256,
    }),
  )
  .max(100)
  .refine((all) => new Set(all.map(({ period }) => period)).size === all.length);

/** `replaces`: for each record of the pack, the pack in which it went before, and its revision there. */
const Replaces = z
  .array(z.strictObject({ recordId: Uuid, packId: Uuid, revision: Revision }))
  .min(1)
  .max(1000);

/**
 * A remark on a passage of a record as it was exported. `passage`: the words; `before`, `after`: what stands around them in the same
 * line, to find them again; `replacement`: what is suggested instead. `name`: who said it, as that office calls them.
 */
export const ReturnedComment = z.strictObject({
  id: Uuid,
  section: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  passage: z.string().min(1).max(5000),
  before: z.string().max(60),
  after: z.string().max(60),
  replacement: z.string().max(5000).nullable(),
  text: z.string().max(5000),
  name: z.string().max(100),
  at: z.iso.datetime({ precision: 3 }),
});
export type ReturnedComment = z.output<typeof ReturnedComment>;

/**
 * What became of a record: taken in, endorsed (a provincial office forwarded it with its opinion), accepted for use, returned to be revised,
 * adopted, purged after a withdrawal.
 */
export const receiptOutcomes = [
  'received',
  'endorsed',
  'accepted',
  'returned',
  'adopted',
  'purged',
] as const;
export type ReceiptOutcome = (typeof receiptOutcomes)[number];

/**
 * That an office to which a provincial office forwarded a record has it, or purged it: the time that its first receipt bears which says so.
 */
const Onward = z
  .strictObject({
    recordId: Uuid,
    officeId: Uuid,
    officeName: z.string().min(1).max(200),
    received: z.iso.datetime({ precision: 3 }).nullable(),
    purged: z.iso.datetime({ precision: 3 }).nullable(),
  })
  .refine(({ received, purged }) => received !== null || purged !== null);
export type Onward = z.output<typeof Onward>;

/**
 * One pack answered for. `audit`: what that pack said of the sender's audit trail, sent back so that rewriting shows. `wordOf`: the name of the
 * office whose word it is, where a provincial office passes on what the desk said of what it forwarded. `onward`: what became of records of the
 * pack further on, without a word on their state here.
 */
const Answer = z.strictObject({
  packId: Uuid,
  hash: Sha256,
  audit: z.strictObject({ lines: z.number().int().min(0), hash: Sha256 }).nullable(),
  records: z
    .array(
      z.strictObject({
        recordId: Uuid,
        revision: Revision,
        outcome: z.enum(receiptOutcomes),
        note: z.string().max(5000),
        wordOf: z.string().min(1).max(200).optional(),
        comments: z.array(ReturnedComment).max(500),
      }),
    )
    .max(1000),
  onward: z.array(Onward).min(1).max(1000).optional(),
});

/** `seen`: where the recipient's channels to the sender stand: the last number taken in of each, with its hash. */
const Seen = z
  .array(
    z.strictObject({
      channel: z.string().max(100),
      epoch: Epoch,
      sequence: z.number().int().min(1),
      hash: Sha256,
    }),
  )
  .max(100);

export const opinions = ['recommended', 'not-recommended'] as const;

/** `recommended`: endorsed 复核推荐; `not-recommended`: forwarded with the opinion that it should not be used. */
const Opinions = z
  .array(
    z.strictObject({
      recordId: Uuid,
      opinion: z.enum(opinions),
      text: z.string().max(5000),
    }),
  )
  .min(1)
  .max(1000);

const Threads = z.strictObject({ recordId: Uuid, sha256: Sha256 });

export const Statement = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('submission'), caseload: Caseload }),
  z.strictObject({ ...common, kind: z.literal('correction'), replaces: Replaces }),
  z.strictObject({
    ...common,
    kind: z.literal('withdrawal'),
    records: z
      .array(z.strictObject({ recordId: Uuid, packId: Uuid }))
      .min(1)
      .max(1000),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('receipt'),
    answers: z.array(Answer).min(1).max(500),
    seen: Seen,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('endorsement'),
    /** The submission inside, under `data/original/`, with all its files as its sender signed them. */
    original: PackName.extend({ senderId: Uuid }),
    opinions: Opinions,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('guidance'),
    /** Records of the recipients that this is about. */
    regarding: z.array(z.strictObject({ officeId: Uuid, recordId: Uuid })).max(500),
    /** Cards with new keys, of the sender or of others: a hint, to be compared and typed in as always. */
    cards: z.array(z.string().max(20_000)).max(100),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('message'),
    messageId: Uuid,
    threadId: Uuid,
    inReplyTo: Uuid.nullable(),
    /** The record that it is about, known by who sent it first and its id there. */
    about: z.strictObject({ senderId: Uuid, recordId: Uuid }).nullable(),
    text: z.string().min(1).max(20_000),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('office'),
    direction: z.enum(['for-review', 'back']),
    /** Each lies in `data/office/<record-id>.json`. */
    records: z.array(Threads).min(1).max(100),
  }),
]);
export type Statement = z.output<typeof Statement>;
export type StatementOf<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

/** The text of `data/statement.json`. */
export function statementText(statement: Statement): string {
  return `${canonicalJson(statement)}\n`;
}

/** Reads `data/statement.json`; null for anything that is not exactly what `statementText` writes. */
export function readStatement(text: string): Statement | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = Statement.safeParse(json);
  return parsed.success && statementText(parsed.data) === text ? parsed.data : null;
}

/** What a submission says that has nothing to say but its covering note. */
export function plainSubmission(note: string): StatementOf<'submission'> {
  return { format: 'jianzhi-statement', formatVersion: 1, kind: 'submission', note, caseload: [] };
}
