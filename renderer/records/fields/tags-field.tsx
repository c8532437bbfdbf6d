import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import type { FullRecord } from '../../../shared/contract/records.ts';
import { failureOf } from '../../api/client.ts';
import { callCommand } from '../../api/use-command.ts';
import { useNotices } from '../../app/notices.tsx';
import { useWords } from '../../app/words.tsx';
import { TAG_SEPARATORS, useTags } from './use-tags.ts';

/** Tags are about a record, not of it: they are stored at once, without a save, also of what is read-only. */
export function TagsField({ record }: { record: FullRecord }) {
  const { fields } = useWords();
  const notices = useNotices();
  const [tags, setTags] = useState<readonly string[]>(record.tags);
  const known = useTags();
  const change = async (next: string[]) => {
    const before = tags;
    setTags(next);
    try {
      await callCommand('records.tag', {
        ids: [record.id],
        add: next.filter((tag) => !before.includes(tag)),
        remove: before.filter((tag) => !next.includes(tag)),
      });
    } catch (error) {
      setTags(before);
      notices.fail(failureOf(error));
    }
  };
  return (
    <TagsInput
      label={fields.tags}
      description={fields.tagsHint}
      size="xs"
      data={known}
      value={[...tags]}
      onChange={(next) => void change(next)}
      maxTags={50}
      maxLength={50}
      splitChars={TAG_SEPARATORS}
      placeholder={tags.length === 0 ? fields.addTag : ''}
      comboboxProps={{ transitionProps: { duration: 80 } }}
    />
  );
}
