import { Button, UnstyledButton } from '@mantine/core';
import { formatDate } from '../../shared/i18n/format.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { useQuery } from '../api/use-query.ts';
import { placeNow } from '../app/kept-place.ts';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import styles from '../guidance/guidance.module.css';
import { goBackTo } from '../records/use-kept-place.ts';
import { SampleOffer } from '../samples/sample-offer.tsx';
import { kindIcons } from '../ui/kind-icons.ts';
import { PageSection } from '../ui/page.tsx';

/** The record that was open last, one step away and at its place; before there is any, the way to the first. */
export function ContinueLast() {
  const { opened } = useView();
  const counts = useQuery('records.counts', {}).data;
  const place = useQuery('workspace.place', {}).data?.place ?? null;
  const id = opened?.id ?? place?.recordId ?? null;
  if (id !== null) return <LastRecord key={id} id={id} />;
  const isEmpty = counts !== undefined && Object.values(counts.byKind).every((one) => one === 0);
  return isEmpty ? <FirstRecord /> : null;
}

function LastRecord({ id }: { id: RecordId }) {
  const { guidance, kinds } = useWords();
  const { open } = useView();
  const kept = useQuery('workspace.place', {}).data?.place ?? null;
  const record = useQuery('records.get', { id }).data;
  if (record === undefined || record.trashedAt !== null) return null;
  const KindIcon = kindIcons[record.kind];
  const back = () => {
    const place = placeNow().recordId === id ? placeNow() : kept;
    if (place?.recordId === id) goBackTo(place);
    open({ id, terms: [], section: null });
  };
  return (
    <PageSection
      title={guidance.continueLast}
      actions={
        <Button size="compact-sm" onClick={back}>
          {guidance.continueNow}
        </Button>
      }
    >
      <div className={styles.new}>
        <KindIcon size={15} stroke={1.5} aria-label={kinds[record.kind]} />
        <UnstyledButton className={`han ${styles.newTitle}`} onClick={back}>
          {record.title}
        </UnstyledButton>
        <span className={styles.hint}>{formatDate(record.changedAt)}</span>
      </div>
    </PageSection>
  );
}

function FirstRecord() {
  const { records } = useWords();
  const { show } = useView();
  return (
    <PageSection
      title={records.emptyTitle('')}
      text={records.emptyText}
      actions={
        <>
          <Button variant="default" size="compact-sm" onClick={() => show('import')}>
            {records.importFiles}
          </Button>
          <Button size="compact-sm" onClick={() => show('new-record')}>
            {records.newRecord}
          </Button>
        </>
      }
    >
      <SampleOffer isInPage />
    </PageSection>
  );
}
