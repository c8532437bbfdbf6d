import { useMemo } from 'react';
import { useQuery } from '../../api/use-query.ts';

export const TAG_SEPARATORS = ['，', ',', '、', ';', '；'];

/** The tags in use, the most frequent first. */
export function useTags(): string[] {
  const marks = useQuery('records.marks', { lists: ['tag'] }).data?.marks;
  return useMemo(
    () => (marks ?? []).filter(({ list }) => list === 'tag').map(({ code }) => code),
    [marks],
  );
}
