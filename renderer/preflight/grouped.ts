import type { CallOutput } from '../../shared/contract/index.ts';
import type { PreflightFinding } from '../../shared/contract/preflight.ts';
import { preflightKinds, type PreflightKind } from '../../shared/preflight/finding.ts';

export type Looked = CallOutput<'preflight.look'>;
/** Findings that say the same, wherever they stand: what is decided together. Files are decided one by one. */
export type FindingGroup = {
  key: string;
  kind: PreflightKind;
  text: string;
  findings: readonly PreflightFinding[];
  open: number;
};

/** What is open first, then by kind in the order of weight. */
export function grouped(findings: readonly PreflightFinding[]): FindingGroup[] {
  const groups = new Map<string, PreflightFinding[]>();
  for (const finding of findings) {
    const isFile = finding.place.where === 'attachment';
    const key = isFile ? `${finding.recordId} ${finding.id}` : finding.sameAs;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  const all = Array.from(groups, ([key, list]): FindingGroup => ({
    key,
    kind: list[0]?.kind ?? 'party-name',
    text: list[0]?.text ?? '',
    findings: list,
    open: list.filter(({ decided }) => decided === null).length,
  }));
  const rank = ({ kind }: FindingGroup) => preflightKinds.indexOf(kind);
  return all.toSorted(
    (one, other) => Number(one.open === 0) - Number(other.open === 0) || rank(one) - rank(other),
  );
}
