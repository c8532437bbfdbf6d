import { Button } from '@mantine/core';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useNotices } from '../app/notices.tsx';
import { useWords } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PageSection } from '../ui/page.tsx';
import { Fingerprint } from './fingerprint.tsx';
import styles from './points-page.module.css';

/** What this office gives to others: a card file by any way, and its fingerprint by telephone. */
export function OwnCard() {
  const { points } = useWords();
  const notices = useNotices();
  const card = useQuery('points.ownCard', {});
  const choose = useCommand('window.chooseNewFile');
  const save = useCommand('points.saveOwnCard');
  const name = card.data?.name ?? '';

  const saveCard = async () => {
    const chosen = await choose.run({
      title: points.saveCardTitle,
      name: points.cardFileName(name),
      extension: 'jzcard',
    });
    const file = chosen?.file ?? null;
    if (file !== null && (await save.run({ file })) !== undefined)
      notices.say(points.cardSaved(file));
  };
  const failure = card.failure ?? choose.failure ?? save.failure;
  return (
    <PageSection
      title={points.own}
      text={points.ownText}
      actions={
        <Button variant="default" disabled={card.data === undefined} onClick={saveCard}>
          {points.saveCard}
        </Button>
      }
    >
      {card.data !== undefined && (
        <div className={styles.own}>
          <p className={styles.label}>{points.fingerprint}</p>
          <Fingerprint groups={card.data.fingerprint} size="large" />
        </div>
      )}
      {failure !== undefined && <FailureNotice failure={failure} />}
    </PageSection>
  );
}
