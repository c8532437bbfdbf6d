import { Button, MultiSelect, Stack, TagsInput } from '@mantine/core';
import { useState } from 'react';
import type { RecordSummary } from '../../../shared/contract/records.ts';
import { useCommand } from '../../api/use-command.ts';
import { useNotices } from '../../app/notices.tsx';
import { useSpeech } from '../../app/words.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import styles from './listing.module.css';
import { TAG_SEPARATORS, useTags } from '../fields/use-tags.ts';

type Props = { records: readonly RecordSummary[]; onClose: () => void };

/** Puts tags on several records, and takes tags off them. */
export function TagDialog({ records, onClose }: Props) {
  const { words, count } = useSpeech();
  const { app, fields } = words;
  const notices = useNotices();
  const known = useTags();
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const tag = useCommand('records.tag');
  const present = [...new Set(records.flatMap(({ tags }) => tags))].toSorted();
  const number = count(records.length);
  const save = async () => {
    if (add.length + remove.length === 0) return;
    if ((await tag.run({ ids: records.map(({ id }) => id), add, remove })) === undefined) return;
    notices.say(fields.tagged(number));
    onClose();
  };
  return (
    <Dialog
      title={fields.tagTitle(number)}
      width={480}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button
            disabled={add.length + remove.length === 0}
            loading={tag.isRunning}
            onClick={() => void save()}
          >
            {fields.tagNow}
          </Button>
        </>
      }
    >
      <Stack gap={16} className={styles.tags ?? ''}>
        {tag.failure !== undefined && <FailureNotice failure={tag.failure} />}
        <TagsInput
          label={fields.tagAdd}
          description={fields.tagsHint}
          data={known}
          value={add}
          onChange={setAdd}
          maxTags={50}
          maxLength={50}
          splitChars={TAG_SEPARATORS}
          data-autofocus
        />
        {present.length > 0 && (
          <MultiSelect
            label={fields.tagRemove}
            data={present}
            value={remove}
            onChange={setRemove}
            nothingFoundMessage={fields.noSuch}
          />
        )}
      </Stack>
    </Dialog>
  );
}
