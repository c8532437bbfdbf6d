import { Button } from '@mantine/core';
import { useSpeech } from '../../app/words.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Pasted } from './pasted.ts';
import styles from './pasting.module.css';

export type Lost = Pick<Pasted, 'notKept' | 'names'>;

/** Everything that pasting did not keep, by name where it has one. */
export function LostDialog({ lost, onClose }: { lost: Lost; onClose: () => void }) {
  const { words, count } = useSpeech();
  const { app, pasting, notKeptPasted } = words;
  const hasPictures = lost.notKept.has('picture') || lost.notKept.has('remote-picture');
  return (
    <Dialog
      title={pasting.notKeptTitle}
      onClose={onClose}
      onSubmit={onClose}
      actions={
        <Button type="submit" data-autofocus>
          {app.close}
        </Button>
      }
    >
      <ul className={styles.lost}>
        {[...lost.notKept].map(([what, times]) => (
          <li key={what}>{notKeptPasted[what](count(times))}</li>
        ))}
      </ul>
      {lost.names.length > 0 && (
        <ul className={styles.names} aria-label={pasting.names}>
          {lost.names.map((name, at) => (
            <li key={at}>{name}</li>
          ))}
        </ul>
      )}
      {hasPictures && <p className={styles.help}>{pasting.picturesHelp}</p>}
    </Dialog>
  );
}
