import type { ExportedRecord } from '../../../shared/document/exported-record.ts';
import {
  applyChanges,
  editText,
  type ChangedPlace,
} from '../../../shared/preflight/apply-changes.ts';
import { MASK } from '../../../shared/preflight/finding.ts';
import type { Examined, Finding } from './finding.ts';

export type PlacedFinding = ChangedPlace & { finding: Finding };
export type Leaving = { record: ExportedRecord; placed: PlacedFinding[] };

/** A record as it leaves by the decisions so far, and where each finding of its text stands then. What is open stays. */
export function leavingRecord({ findings }: Examined, raw: ExportedRecord): Leaving {
  const own = findings.filter(({ attachment, pieces }) => attachment === null && pieces.length > 0);
  const changes = own.map((finding) => ({
    pieces: finding.pieces,
    replacement: replacementOf(finding),
  }));
  const { record, places } = applyChanges(raw, changes);
  const placed = own.flatMap((finding, at) => {
    const place = places[at];
    return place === undefined ? [] : [{ ...place, finding }];
  });
  return { record, placed };
}

/** The names of the attachments as they leave. */
export function leavingNames({
  findings,
  attached,
}: Pick<Examined, 'findings' | 'attached'>): string[] {
  return attached.map(({ row }, at) => {
    const edits = findings
      .filter(({ attachment, place }) => attachment === at && place.where === 'attachment-name')
      .flatMap((finding) => {
        const [piece] = finding.pieces;
        const words = replacementOf(finding);
        return piece === undefined || words === null ? [] : [{ ...piece, words }];
      });
    return editText(row.name, edits);
  });
}

function replacementOf({ decided, pseudonym }: Finding): string | null {
  if (decided === null || decided.decision === 'keep') return null;
  return decided.decision === 'mask' ? MASK : (pseudonym ?? MASK);
}
