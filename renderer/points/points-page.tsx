import { Button } from '@mantine/core';
import { IconAddressBook } from '@tabler/icons-react';
import type { Office } from '../../shared/contract/points.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useQuery } from '../api/use-query.ts';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Page, PageSection } from '../ui/page.tsx';
import { CardList } from './card-list.tsx';
import { Fingerprint } from './fingerprint.tsx';
import { ColleagueSwitch } from '../office/colleague-switch.tsx';
import { OwnCard } from './own-card.tsx';
import { OwnKeys } from './own-keys.tsx';
import { PendingCards } from './pending-cards.tsx';
import { RevokeCard } from './revoke-card.tsx';
import styles from './points-page.module.css';

/** The own card, and the offices whose cards were compared. */
export function PointsPage() {
  const { points } = useWords();
  const { show } = useView();
  const offices = useQuery('points.list', {});
  const enrol = <Button onClick={() => show('enrol')}>{points.enrol}</Button>;
  const isEmpty = offices.data?.items.length === 0;
  // Whoever was just enrolled is seen at once.
  const newestFirst = offices.data?.items.toReversed() ?? [];
  return (
    <Page title={points.title}>
      <OwnCard />
      <OwnKeys />
      <PageSection title={points.enrolled} actions={isEmpty ? undefined : enrol}>
        {offices.failure !== undefined && <FailureNotice failure={offices.failure} />}
        {isEmpty && (
          <EmptyPlace icon={IconAddressBook} title={points.none} text={points.noneText}>
            {enrol}
          </EmptyPlace>
        )}
        <CardList
          findLabel={points.findCard}
          items={newestFirst}
          keyOf={({ id }) => id}
          textsOf={({ name, fingerprint }) => [name, fingerprint]}
          renderRow={(office) => <OfficeRow office={office} />}
        />
      </PageSection>
      <PendingCards />
      <Revoked />
    </Page>
  );
}

function OfficeRow({ office }: { office: Office }) {
  const { office: words, points, workspaceKinds } = useWords();
  return (
    <>
      <p className={styles.name}>{office.name}</p>
      <p className={styles.facts}>
        <span>{workspaceKinds[office.kind]}</span>
        {office.isColleague && <strong>{words.colleague}</strong>}
        <span>{`${points.enrolledAt} ${formatDate(office.enrolledAt)}`}</span>
        <span>{`${points.cardVersion} ${office.cardVersion}`}</span>
      </p>
      <p className={styles.fingerprint}>
        <Fingerprint groups={office.fingerprint} />
      </p>
      <div className={styles.keys}>
        <ColleagueSwitch office={office} />
        <RevokeCard office={office} />
      </div>
    </>
  );
}

/** What was revoked and not replaced, and why. */
function Revoked() {
  const { points } = useWords();
  const items = useQuery('points.revoked', {}).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <PageSection title={points.revoked}>
      <CardList
        findLabel={points.findCard}
        items={items}
        keyOf={({ fingerprint }) => fingerprint}
        textsOf={({ name, fingerprint }) => [name, fingerprint]}
        renderRow={({ name, fingerprint, revokedAt, reason }) => (
          <>
            <p className={styles.name}>{name}</p>
            <p className={styles.facts}>
              <span>{points.revokedOn(formatDate(revokedAt))}</span>
              <span className="han">{reason}</span>
            </p>
            <p className={styles.fingerprint}>
              <Fingerprint groups={fingerprint} />
            </p>
          </>
        )}
      />
    </PageSection>
  );
}
