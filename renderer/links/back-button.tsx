import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { RecordId } from '../../shared/contract/records.ts';
import { useWords } from '../app/words.tsx';
import { goBack, useWayBackFrom } from './trail.ts';

/** Back to where the link was followed by which one came; nothing if one came otherwise. */
export function BackButton({ recordId }: { recordId: RecordId }) {
  const { links } = useWords();
  const way = useWayBackFrom(recordId);
  if (way === null) return null;
  const label = links.back(way.title);
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={label} onClick={goBack}>
        <IconArrowLeft size={18} stroke={1.5} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
