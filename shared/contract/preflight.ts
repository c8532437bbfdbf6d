import * as z from 'zod';
import { ExportedRecord } from '../document/exported-record.ts';
import { preflightDecisions, preflightKinds } from '../preflight/finding.ts';
import { hiddenParts } from '../preflight/hidden-part.ts';
import { AttachmentId } from './attachments.ts';
import { command, job, query, Instant } from './define.ts';
import { HighestMarking } from './packs.ts';
import { RecordId } from './records.ts';

/**
 * The pre-flight: what has to be decided before something leaves. A finding is open until somebody decided it; when the text it
 * stands in changes, it is open again. State-secret markings cannot be decided at all: what bears one does not leave.
 */
export const PreflightKind = z.enum(preflightKinds);
export const PreflightDecision = z.enum(preflightDecisions);

/** Where a finding stands. `name`: the section's heading, the attachment's name. `page`: of an attachment, from 1; else 0. */
export const PreflightPlace = z.object({
  where: z.enum([
    'title',
    'keyword',
    'case-number',
    'section',
    'field',
    'attachment-name',
    'attachment-text',
    /** Beside its pages: see `part`. */
    'attachment-hidden',
    'attachment',
    /** The pages as they would be written: what only shows there. */
    'output',
  ]),
  name: z.string(),
  page: z.number().int(),
  part: z.enum(hiddenParts).optional(),
});
export type PreflightPlace = z.output<typeof PreflightPlace>;

/** How much of what a file holds that nobody sees on its pages. */
export const HiddenCount = z.object({ part: z.enum(hiddenParts), count: z.number().int() });

const Decided = z.object({
  decision: PreflightDecision,
  /** Why it stays as it is; empty for the others if nobody said. */
  reason: z.string(),
});

export const PreflightFinding = z.object({
  /** Hex; stays the same as long as the text does. */
  id: z.string(),
  recordId: RecordId,
  kind: PreflightKind,
  text: z.string(),
  /** Equal for findings that say the same. */
  sameAs: z.string(),
  /** A few words on either side. */
  before: z.string(),
  after: z.string(),
  place: PreflightPlace,
  /** Of a finding about a file: what is hidden in it and known. */
  holds: z.array(HiddenCount),
  /** What would stand there instead. */
  pseudonym: z.string().nullable(),
  /** What may be decided; nothing for what must not leave. */
  options: z.array(PreflightDecision),
  /** Null: open. */
  decided: Decided.extend({ at: Instant }).nullable(),
  /** What was decided about the same words before the text changed. */
  earlier: Decided.nullable(),
});
export type PreflightFinding = z.output<typeof PreflightFinding>;

/** More findings than these are not listed at once; the others come when these are decided. */
export const MOST_FINDINGS = 5000;

const Leaving = z.object({
  recordIds: z.array(RecordId).min(1).max(1000),
  attachmentIds: z.array(AttachmentId).max(10_000).default([]),
});

export const PreflightRecord = z.object({
  id: RecordId,
  title: z.string(),
  findings: z.number().int(),
  open: z.number().int(),
  marking: HighestMarking,
  /** It bears a state-secret marking and cannot leave. */
  isLocked: z.boolean(),
});
export type PreflightRecord = z.output<typeof PreflightRecord>;

/** A chosen file as it leaves: what is taken out of it without asking, and what is still hidden in it. */
export const PreflightFile = z.object({
  recordId: RecordId,
  name: z.string(),
  removed: z.array(HiddenCount),
  left: z.array(HiddenCount),
});
export type PreflightFile = z.output<typeof PreflightFile>;

/** How something that leaves was changed, and where it stands then: `path` leads to the text in the exported record. */
export const PreflightChange = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  start: z.number().int(),
  end: z.number().int(),
  kind: PreflightKind,
  /** Null: still open. */
  decision: PreflightDecision.nullable(),
});
export type PreflightChange = z.output<typeof PreflightChange>;

export const preflight = {
  /**
   * What has to be decided before these records leave with these attachments: open findings first. Attachments are read as they
   * would be written. Fails: `record-not-found`, `record-in-trash`, `attachment-not-found`, `attachment-damaged`,
   * `document-invalid`, `document-newer`, `cancelled`.
   */
  'preflight.look': job(
    Leaving,
    z.object({
      findings: z.array(PreflightFinding),
      total: z.number().int(),
      open: z.number().int(),
      records: z.array(PreflightRecord),
      /** Files in which something is hidden. */
      files: z.array(PreflightFile),
      highestMarking: HighestMarking,
    }),
  ),
  /**
   * Decides findings, all of them or none, and notes decisions and reasons, never the words found, in the audit trail. To keep
   * something needs a reason of at most 200 characters, which must itself hold nothing to be found. Fails: `preflight-finding-unknown`, `preflight-decision-invalid`, `preflight-reason-missing`,
   * `preflight-reason-reveals`, and as `preflight.look`.
   */
  'preflight.decide': command(
    Leaving.extend({
      decisions: z
        .array(
          z.object({
            recordId: RecordId,
            finding: z.string().max(64),
            decision: PreflightDecision,
            reason: z
              .string()
              .transform((text) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
              .pipe(z.string().max(200))
              .default(''),
          }),
        )
        .min(1)
        .max(MOST_FINDINGS),
    }),
    z.object({ decided: z.number().int() }),
  ),
  /**
   * One record exactly as it will leave by the decisions so far, and where it was changed. Fails as `preflight.look`.
   */
  'preflight.show': query(
    Leaving.extend({ recordId: RecordId }),
    z.object({ record: ExportedRecord, changes: z.array(PreflightChange) }),
  ),
  /**
   * Whether a record bears a state-secret marking, and in which words (null: none). It can be read and written still, and nothing else: no
   * approval, no pack, no document, no attachment saved, nothing copied. Fails: `record-not-found`, `document-newer`.
   */
  'preflight.lock': query(z.object({ id: RecordId }), z.object({ words: z.string().nullable() })),
};
