import type { PreflightPlace } from '../../../shared/contract/preflight.ts';
import type { ExportedRecord } from '../../../shared/document/exported-record.ts';
import {
  preflightDecisions,
  type KnownName,
  type PreflightDecision,
  type PreflightKind,
  type TextFinding,
} from '../../../shared/preflight/finding.ts';
import type { HiddenCount } from '../../../shared/preflight/hidden-part.ts';
import type { AttachmentRow } from '../attachments/attachment-row.ts';
import type { AttachedFile } from './attached-file.ts';
import type { Decision } from './decisions.ts';

/** Something to decide about. `attachment`: the place of the file among those of the record, or null for the record itself. */
export type Finding = {
  id: string;
  kind: PreflightKind;
  text: string;
  textKey: string;
  /** SHA-256 of what it stands in: a decision holds as long as that is the same. */
  content: string;
  place: PreflightPlace;
  before: string;
  after: string;
  pieces: TextFinding['pieces'];
  attachment: number | null;
  /** Of a finding about a file: what is hidden in it. */
  holds: readonly HiddenCount[];
  pseudonym: string | null;
  options: readonly PreflightDecision[];
  decided: Decision | null;
  earlier: Decision | null;
};
export type FoundHere = Pick<
  Finding,
  | 'kind'
  | 'text'
  | 'place'
  | 'before'
  | 'after'
  | 'pieces'
  | 'attachment'
  | 'holds'
  | 'pseudonym'
  | 'options'
>;

export type Attached = { row: AttachmentRow; file: AttachedFile };
/** A record and its chosen attachments, looked through. */
export type Examined = {
  number: number;
  raw: ExportedRecord;
  names: readonly KnownName[];
  findings: readonly Finding[];
  attached: readonly Attached[];
};

/** Nothing decides about a state secret, and no minor's name is kept. */
export function optionsFor(
  { kind, isMinor, pseudonym }: Pick<TextFinding, 'kind' | 'isMinor' | 'pseudonym'>,
  possible: readonly PreflightDecision[],
): PreflightDecision[] {
  if (kind === 'secrecy-marking') return [];
  return preflightDecisions.filter(
    (one) =>
      possible.includes(one) &&
      (one !== 'keep' || !isMinor) &&
      (one !== 'pseudonym' || pseudonym !== null),
  );
}
