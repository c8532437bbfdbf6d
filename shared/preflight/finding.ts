import { findingKinds } from '../text/scan/finding.ts';
import type { Piece } from '../text/scan/scan-record.ts';

/**
 * What somebody has to decide about before it leaves: what the scanner finds; a party's real name (`party-name`); somebody
 * whom the text names like a party and who is in no table (`named-party`); an attachment with remarks, which go unless they are kept
 * (`attachment-remarks`), that cannot be read (`attachment-unread`) or whose hidden data cannot be taken out (`attachment-uncleaned`).
 */
export const preflightKinds = [
  'secrecy-marking',
  'party-name',
  'named-party',
  ...findingKinds.filter((kind) => kind !== 'secrecy-marking'),
  'attachment-remarks',
  'attachment-unread',
  'attachment-uncleaned',
] as const;
export type PreflightKind = (typeof preflightKinds)[number];

/** Replace by the pseudonym, mask, or keep it, which needs a reason. */
export const preflightDecisions = ['pseudonym', 'mask', 'keep'] as const;
export type PreflightDecision = (typeof preflightDecisions)[number];

/** What stands in place of what was masked: no length is told. */
export const MASK = '×××';

/** Somebody's real name, and what stands for it outside. A minor's is never kept. */
export type KnownName = {
  name: string;
  pseudonym: string;
  isMinor: boolean;
  /** A short form of a company's name (see `shortForms`). */
  isShort?: true;
};

/** Something in the texts of a record as it would leave. `pseudonym`: what would stand for it. */
export type TextFinding = {
  kind: PreflightKind;
  text: string;
  pieces: readonly Piece[];
  pseudonym: string | null;
  isMinor: boolean;
};
