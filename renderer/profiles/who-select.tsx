import { Select } from '@mantine/core';
import type { ProfileId } from '../../shared/contract/profiles.ts';
import { useWords } from '../app/words.tsx';
import type { Who } from './use-who.ts';

/** Asks who it is, where several people use a workspace. */
export function WhoSelect({ who, label }: { who: Who; label: string }) {
  const { profiles } = useWords();
  if (who.items.length < 2) return null;
  return (
    <Select<ProfileId>
      label={label}
      data-autofocus
      allowDeselect={false}
      value={who.chosen ?? null}
      data={who.items.map(({ id, name }) => ({ value: id, label: name ?? profiles.unnamed }))}
      onChange={(id) => who.choose(id ?? undefined)}
    />
  );
}
