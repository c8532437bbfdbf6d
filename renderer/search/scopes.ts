import type { Library, RecordKind } from '../../shared/contract/records.ts';
import type { FacetFilter } from '../../shared/contract/search.ts';
import { templates } from '../../shared/templates/index.ts';
import type { Finding } from '../app/view.tsx';

const all = Object.keys(templates) as RecordKind[];

/** The kinds of records that are searched; none means all. */
export const kindsOfScope: Record<Finding['scope'], RecordKind[]> = {
  all: [],
  own: all.filter((kind) => !templates[kind].isReadOnly),
  precedent: ['precedent'],
  received: [],
  guidance: [],
};

const libraryOfScope: Partial<Record<Finding['scope'], Library>> = {
  own: 'own',
  received: 'received',
  guidance: 'guidance',
};

/** What is asked in a scope: its kinds, and the filters with that of its library. */
export function askedIn(
  scope: Finding['scope'],
  where: readonly FacetFilter[],
): { kinds: RecordKind[]; where: FacetFilter[] } {
  const library = libraryOfScope[scope];
  const isSaid = library === undefined || where.some(({ list }) => list === 'library');
  const own: FacetFilter[] = isSaid
    ? []
    : [{ list: 'library', codes: [library], isExcluded: false }];
  return { kinds: kindsOfScope[scope], where: [...where, ...own] };
}

export function scopeOfKinds(kinds: readonly RecordKind[]): 'all' | 'own' | 'precedent' {
  if (kinds.length === 0) return 'all';
  return kinds.length === 1 && kinds[0] === 'precedent' ? 'precedent' : 'own';
}

/** The scope of a question that was asked before, and the filters that are left beside it. */
export function scopeOf(
  kinds: readonly RecordKind[],
  where: readonly FacetFilter[],
): Pick<Finding, 'scope' | 'where'> {
  const byKinds = scopeOfKinds(kinds);
  const filter = where.find(({ list, codes, isExcluded }) => {
    const isOne = list === 'library' && codes.length === 1 && !isExcluded;
    return isOne && (byKinds === 'own' ? codes[0] === 'own' : byKinds === 'all');
  });
  const library = filter?.codes[0];
  if (filter === undefined || (byKinds === 'all' && library === 'own')) {
    return { scope: byKinds, where };
  }
  const scope = byKinds === 'own' ? 'own' : library === 'received' ? 'received' : 'guidance';
  return { scope, where: where.filter((one) => one !== filter) };
}
