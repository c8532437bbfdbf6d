import type { AuditAction } from '../../contract/audit.ts';
import type { audit as source } from '../zh-CN/audit.ts';

export const audit: typeof source = {
  title: 'Audit trail',
  text: 'Each line holds a checksum of the one before, so that a change, a removal or an insertion shows. It says what was done, never what a case says.',
  verify: 'Verify',
  export: 'Write out',
  exportTitle: 'Write out the audit trail',
  fileName: (date) => `audit-trail-${date}`,
  exported: (lines, file) => `Wrote ${lines} lines to ${file}.`,
  whole: (lines) => `${lines} lines, each fits the one before. Nothing was changed.`,
  broken: (number) =>
    `Line ${number} does not fit the one before: it, or a line before it, was changed. Leave everything as it is and report it.`,
  head: 'Checksum of the last line',
  all: 'All sorts',
  filter: 'Sort',
  number: 'No.',
  at: 'Time',
  action: 'What was done',
  subject: 'To what',
  detail: 'Details',
  none: 'No lines yet.',
};

export const auditActions: Record<AuditAction, string> = {
  'workspace-created': 'Workspace made',
  'state-secrets-acknowledged': 'No state secrets: acknowledged',
  'folder-risk-accepted': 'Risk of the folder accepted',
  'workspace-upgraded': 'Workspace upgraded',
  'recovery-code-used': 'Recovery code used',
  'recovery-code-replaced': 'Recovery code replaced',
  'passphrase-changed': 'Passphrase changed',
  'keys-created': 'Keys made',
  'card-enrolled': 'Card enrolled',
  'age-identity-written': 'Decryption key written out',
  'pack-written': 'Pack written',
  'pack-not-placed': 'Pack not placed',
  'status-changed': 'Status of a record changed',
  'record-purged': 'Record purged',
  'source-purged': 'Source purged',
  'sources-exported': 'Sources written out',
  'attachment-saved-out': 'Attachment saved out',
  'histories-joined': 'Histories joined',
  'attachment-purged': 'Attachment purged',
};
