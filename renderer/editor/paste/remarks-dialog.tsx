import { Button, Checkbox, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../app/words.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Remark, Tracked } from './pasted.ts';
import styles from './pasting.module.css';
import { REMARKS_FILE, remarksText } from './remarks-text.ts';

const SHOWN = 100;

type Props = {
  remarks: readonly Remark[];
  onPaste: (tracked: Tracked, keepsRemarks: boolean) => void;
  onClose: () => void;
};

/** Tracked changes and comments are somebody's work: they are shown, and nothing is decided for the person who pastes. */
export function RemarksDialog({ remarks, onPaste, onClose }: Props) {
  const { words, count } = useSpeech();
  const { pasting } = words;
  const [tracked, setTracked] = useState<Tracked>('revised');
  const [keeps, setKeeps] = useState(true);
  const timesOf = (kind: Remark['kind']) => remarks.filter((one) => one.kind === kind).length;
  const facts = (['insertion', 'deletion', 'comment'] as const).map((kind) => count(timesOf(kind)));
  const [insertions = '', deletions = '', comments = ''] = facts;
  const hasChanges = timesOf('insertion') + timesOf('deletion') > 0;
  const hasRest = remarksText(remarks, tracked) !== null;
  return (
    <Dialog
      title={pasting.askTitle}
      width={640}
      onClose={onClose}
      onSubmit={() => onPaste(tracked, keeps && hasRest)}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {pasting.cancel}
          </Button>
          <Button type="submit" data-autofocus>
            {pasting.paste}
          </Button>
        </>
      }
    >
      <p className={styles.facts}>{pasting.facts(insertions, deletions, comments)}</p>
      {/* It scrolls, so the keyboard must be able to get there. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={styles.remarks} aria-label={pasting.remarks} tabIndex={0}>
        {remarks.slice(0, SHOWN).map(({ kind, who, when, about, text }, at) => (
          <li key={at} className="han">
            <span className={styles.kind}>
              {[pasting.remarkKinds[kind], who, when].filter((part) => part !== '').join(' · ')}
            </span>
            {about !== '' && <span className={styles.about}>{about}</span>}
            <span>{text}</span>
          </li>
        ))}
      </ul>
      <Stack gap={12} mt={16}>
        {hasChanges && (
          <Radio.Group
            label={pasting.tracked}
            value={tracked}
            onChange={(value) => setTracked(value === 'original' ? 'original' : 'revised')}
          >
            <Stack gap={8} mt={8}>
              <Radio value="revised" label={pasting.revised} />
              <Radio value="original" label={pasting.original} />
            </Stack>
          </Radio.Group>
        )}
        <Checkbox
          label={pasting.keepRemarks(REMARKS_FILE)}
          checked={keeps && hasRest}
          disabled={!hasRest}
          onChange={(event) => setKeeps(event.currentTarget.checked)}
        />
      </Stack>
    </Dialog>
  );
}
