/**
 * Every expected failure. A code has words in both languages (`shared/i18n/<language>/errors.ts`) or it does not compile.
 * Anything thrown that is not a `Failure` is a bug and reaches the window as `internal` with a reference number.
 */
export const failureCodes = [
  'internal',
  'input-invalid',
  'operation-unknown',
  'cancelled',
  'audit-broken',
  'store-stopped',
  'path-not-chosen',
  'dropped-too-many',
  'disk-full',
  'file-unreadable',
  'file-not-writable',
  'file-exists',
  // workspace
  'workspace-closed',
  'workspace-already-open',
  'workspace-not-found',
  'workspace-in-use',
  'workspace-newer',
  'workspace-not-encrypted',
  'workspace-damaged',
  'search-index-damaged',
  'key-file-damaged',
  'cipher-missing',
  'folder-not-empty',
  'folder-not-writable',
  'folder-risk-not-accepted',
  'state-secrets-not-acknowledged',
  'passphrase-wrong',
  'recovery-code-malformed',
  'recovery-code-wrong',
  // profiles
  'profile-unknown',
  'profile-name-taken',
  'profile-not-reviewer',
  'profile-is-current',
  'profile-last-reviewer',
  'profiles-full',
  'approval-own',
  // records
  'record-not-found',
  'record-read-only',
  'record-in-trash',
  'record-changed-elsewhere',
  'record-not-in-trash',
  'status-not-allowed',
  'record-has-too-many-tags',
  'code-unknown',
  'code-list-full',
  'document-invalid',
  'document-newer',
  // revisions
  'record-no-report',
  'precedent-search-not-found',
  'precedent-searches-too-many',
  'precedent-hit-not-found',
  'precedent-report-not-run',
  'revision-not-found',
  'revision-damaged',
  'revision-unchanged',
  // searches
  'saved-search-not-found',
  'saved-searches-full',
  // attachments
  'attachment-not-found',
  'attachment-damaged',
  'attachment-name-invalid',
  'attachment-name-taken',
  'attachment-in-history',
  // pasting and pictures
  'paste-state-secret',
  'paste-too-complex',
  'picture-unknown',
  'picture-too-large',
  'picture-too-many-pixels',
  // scanning and parties
  'scan-file-not-text',
  'scan-file-too-large',
  'comment-not-found',
  'comments-full',
  'party-not-found',
  'party-name-taken',
  'party-pseudonym-taken',
  'party-minor-recognisable',
  'parties-too-many',
  // sources
  'source-not-found',
  'source-invalid',
  'source-in-trash',
  'source-not-in-trash',
  'source-changed-elsewhere',
  'source-file-unknown',
  'source-file-too-large',
  // the desk's registry, figures, designation
  'workspace-not-desk',
  'registry-office-not-found',
  'registry-name-taken',
  'registry-changed-elsewhere',
  'registry-full',
  'table-file-too-large',
  'table-file-old',
  'table-file-damaged',
  'table-columns-missing',
  'table-rows-wrong',
  'table-file-changed',
  'caseload-invalid',
  'designation-none-chosen',
  'designation-reasons-missing',
  'designation-not-found',
  // points
  'card-invalid',
  'card-suite-unknown',
  'card-is-own',
  'card-older',
  'fingerprint-differs',
  'recipient-not-enrolled',
  // leaving
  'preflight-open',
  'preflight-finding-unknown',
  'preflight-decision-invalid',
  'preflight-reason-missing',
  'preflight-reason-reveals',
  'state-secret-marked',
  'document-too-large',
  'printer-unavailable',
  // packs
  'not-approved',
  'pack-too-large',
  'pack-not-decryptable',
  'pack-not-addressed-here',
  'pack-archive-unsafe',
  'pack-structure-invalid',
  'pack-signer-unknown',
  'pack-signature-invalid',
  'pack-comment-differs',
  'pack-kind-unknown',
  'pack-kind-not-allowed',
  'pack-not-for-office',
  'pack-statement-invalid',
  'pack-is-own',
  'pack-number-taken',
  'pack-chain-broken',
  'epoch-unconfirmed',
  'epoch-not-held',
  'pack-suite-unknown',
  'pack-newer',
  'pack-payload-changed',
  'pack-file-unlisted',
  'pack-file-missing',
  'pack-record-invalid',
  'pack-rendering-differs',
] as const;

export type FailureCode = (typeof failureCodes)[number];
/** Facts for the sentence: names, counts, file names. Never case text, never a secret. */
export type FailureDetail = Readonly<Record<string, string | number>>;

export class Failure extends Error {
  readonly code: FailureCode;
  readonly detail: FailureDetail;
  constructor(code: FailureCode, detail: FailureDetail = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'Failure';
    this.code = code;
    this.detail = detail;
  }
}
