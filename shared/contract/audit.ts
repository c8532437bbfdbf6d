import * as z from 'zod';
import { command, query, Instant, Nothing, Page, PageRequest } from './define.ts';

/** What the trail notes. A new one gets its words in `shared/i18n`. */
export const auditActions = [
  'workspace-created',
  'state-secrets-acknowledged',
  'folder-risk-accepted',
  'workspace-upgraded',
  'recovery-code-used',
  'recovery-code-replaced',
  'passphrase-changed',
  'profile-added',
  'profile-changed',
  'profile-removed',
  'approval-key-made',
  'approval-rule-changed',
  'keys-created',
  'card-enrolled',
  'card-revoked',
  'card-refused',
  'keys-changed',
  'epoch-started',
  'colleague-changed',
  'age-identity-written',
  'preflight-decided',
  'pack-written',
  'pack-not-placed',
  'pack-resent',
  'document-written',
  'print-asked',
  'print-ended',
  'pack-received',
  'pack-refused',
  'epoch-confirmed',
  'status-changed',
  'record-purged',
  'source-purged',
  'sources-exported',
  'attachment-saved-out',
  'histories-joined',
  'attachment-purged',
  'registry-imported',
  'registry-exported',
  'registry-removed',
  'caseload-taken',
  'designation-decided',
  'designation-exported',
  'received-state-changed',
  'opinion-given',
  'record-withdrawn',
  'message-received',
  'trail-contradicted',
] as const;
export type AuditAction = (typeof auditActions)[number];

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * One line of the audit trail. `action` is a fixed word, `subject` the id of what it was done to, `detail` facts such as
 * counts and fingerprints. `hash` covers the line and the hash of the line before.
 */
export const AuditLine = z.object({
  number: z.number().int(),
  at: Instant,
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  hash: Hash,
  /** The id of the profile that did it; null for lines from before there were profiles, and for what no profile did. */
  who: z.string().nullable(),
});
export type AuditLine = z.output<typeof AuditLine>;

/** `head`: the hash of the last line, and of nothing a row of 64 noughts. `brokenAt`: the number of the first line that does not fit. */
export const AuditState = z.object({
  lines: z.number().int(),
  head: Hash,
  brokenAt: z.number().int().nullable(),
});
export type AuditState = z.output<typeof AuditState>;

export const audit = {
  /** The lines, newest first; `action` chooses one sort, `subject` one thing. */
  'audit.list': query(
    PageRequest.extend({
      action: z.string().max(100).optional(),
      subject: z.string().max(200).optional(),
    }),
    Page(AuditLine),
  ),
  /** The sorts of lines there are, and how many of each. */
  'audit.actions': query(
    Nothing,
    z.object({ actions: z.array(z.object({ action: z.string(), count: z.number().int() })) }),
  ),
  /** Counts every hash again, from the first line. About a second for 100,000 lines. */
  'audit.verify': query(Nothing, AuditState),
  /**
   * Writes every line to a new file, one JSON object each, oldest first, and answers how many and the head. Fails:
   * `file-exists`, `file-not-writable`, `disk-full`.
   */
  'audit.export': command(
    z.object({ file: z.string().min(1).max(4096) }),
    z.object({ lines: z.number().int(), head: Hash }),
    { paths: ['file'] },
  ),
};
