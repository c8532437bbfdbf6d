import { Button } from '@mantine/core';
import { formatDate } from '../../shared/i18n/format.ts';
import type { HeldEpoch } from '../../shared/contract/inbox.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useNotices } from '../app/notices.tsx';
import { useWords } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PageSection } from '../ui/page.tsx';
import { lookAgain } from './arrivals.ts';
import styles from './inbox.module.css';

/** Numberings of others that wait for somebody to telephone, also after the files are gone. */
export function HeldEpochs() {
  const { inbox } = useWords();
  const held = useQuery('inbox.heldEpochs', {});
  const confirm = useCommand('inbox.confirmEpoch');
  const notices = useNotices();
  if (held.failure !== undefined) return <FailureNotice failure={held.failure} />;
  if (held.data === undefined || held.data.items.length === 0) return null;
  const confirmed = async ({ channel, epoch }: HeldEpoch) => {
    if ((await confirm.run({ channel, epoch })) === undefined) return;
    notices.say(inbox.confirmed);
    await lookAgain((one) => one.state === 'held' && one.look.place.channel === channel);
  };
  return (
    <PageSection title={inbox.heldTitle}>
      {confirm.failure !== undefined && <FailureNotice failure={confirm.failure} />}
      <ul className={styles.list} aria-label={inbox.heldTitle}>
        {held.data.items.map((one) => (
          <li key={`${one.channel} ${one.epoch}`} className={styles.item}>
            <div className={styles.head}>
              <span className={styles.file}>{one.senderName}</span>
              <span className={styles.fact}>{inbox.heldSince(formatDate(one.firstSeenAt))}</span>
            </div>
            <p className={styles.care}>{inbox.heldText(one.senderName)}</p>
            <p className={styles.soft}>
              {inbox.epoch} <span className={styles.code}>{one.epoch}</span>
            </p>
            <div className={styles.buttons}>
              <Button size="compact-sm" variant="default" onClick={() => void confirmed(one)}>
                {inbox.confirm}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
