import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PendingCard } from '../../shared/contract/points.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useNotices } from '../app/notices.tsx';
import { useWords } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PageSection } from '../ui/page.tsx';
import { CardList } from './card-list.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';
import styles from './points-page.module.css';

/** Cards that came along with guidance: each is compared like a card that came as a file, or refused. */
export function PendingCards() {
  const { points } = useWords();
  const items = useQuery('points.pending', {}).data?.items ?? [];
  const [compared, setCompared] = useState<PendingCard>();
  return (
    <>
      {items.length > 0 && (
        <PageSection title={points.pending} text={points.pendingText}>
          <CardList
            findLabel={points.findPending}
            items={items}
            keyOf={({ id }) => id}
            textsOf={({ name, fromName }) => [name, fromName]}
            renderRow={(card) => <PendingRow card={card} onCompare={() => setCompared(card)} />}
          />
        </PageSection>
      )}
      {compared !== undefined && (
        <EnrolDialog given={compared} onClose={() => setCompared(undefined)} />
      )}
    </>
  );
}

function PendingRow({ card, onCompare }: { card: PendingCard; onCompare: () => void }) {
  const { points, workspaceKinds } = useWords();
  const notices = useNotices();
  const refuse = useCommand('points.refusePending');
  const refuseNow = async () => {
    if (refuse.isRunning || (await refuse.run({ id: card.id })) === undefined) return;
    notices.say(points.refusedPending(card.name));
  };
  return (
    <>
      <p className={styles.name}>{card.name}</p>
      <p className={styles.facts}>
        <span>{workspaceKinds[card.kind]}</span>
        <span>{`${points.cardVersion} ${card.cardVersion}`}</span>
        {card.versionInForce !== null && (
          <strong>{points.pendingReplaces(String(card.versionInForce))}</strong>
        )}
        <span>{points.pendingFrom(card.fromName, formatDate(card.cameAt))}</span>
      </p>
      <div className={styles.keys}>
        <Button mt={6} size="compact-xs" onClick={onCompare}>
          {points.compare}
        </Button>
        <Button mt={6} size="compact-xs" variant="subtle" onClick={() => void refuseNow()}>
          {points.refusePending}
        </Button>
      </div>
      {refuse.failure !== undefined && <FailureNotice failure={refuse.failure} />}
    </>
  );
}
