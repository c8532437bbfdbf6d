import type { RecordKind } from '../../shared/contract/records.ts';
import { templates } from '../../shared/templates/index.ts';
import type { Finding } from '../app/view.tsx';

const all = Object.keys(templates) as RecordKind[];

/** The kinds of records that are searched; none means all. */
export const kindsOfScope: Record<Finding['scope'], RecordKind[]> = {
  all: [],
  own: all.filter((kind) => !templates[kind].isReadOnly),
  precedent: ['precedent'],
};

export function scopeOfKinds(kinds: readonly RecordKind[]): Finding['scope'] {
  if (kinds.length === 0) return 'all';
  return kinds.length === 1 && kinds[0] === 'precedent' ? 'precedent' : 'own';
}
