import { Button, Radio } from '@mantine/core';
import { IconAddressBook } from '@tabler/icons-react';
import type { Office } from '../../shared/contract/points.ts';
import { useQuery } from '../api/use-query.ts';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { Fingerprint } from '../points/fingerprint.tsx';
import type { ReactNode } from 'react';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { ExportStep } from './export-step.tsx';
import styles from './export.module.css';

type Props = {
  office: Office | undefined;
  /** Whether what else is chosen here is as it must be. */
  isReady: boolean;
  onChange: (office: Office) => void;
  /** What else is chosen here. */
  children: ReactNode;
  onBack: () => void;
  onNext: () => void;
  onClose: () => void;
};

/** The second step: one enrolled office. */
export function ExportOffice({
  office,
  isReady,
  onChange,
  children,
  onBack,
  onNext,
  onClose,
}: Props) {
  const { packs, workspaceKinds } = useWords();
  const view = useView();
  const offices = useQuery('points.list', {});
  const items = offices.data?.items ?? [];
  const goEnrol = () => {
    view.go({ at: 'points' });
    view.show('enrol');
  };
  return (
    <ExportStep
      step={1}
      isReady={office !== undefined && isReady}
      onBack={onBack}
      onNext={onNext}
      onClose={onClose}
    >
      {offices.failure !== undefined && <FailureNotice failure={offices.failure} />}
      {offices.data !== undefined && items.length === 0 && (
        <EmptyPlace icon={IconAddressBook} title={packs.noOffice} text={packs.noOfficeText}>
          <Button variant="default" onClick={goEnrol}>
            {packs.goEnrol}
          </Button>
        </EmptyPlace>
      )}
      {items.length > 0 && (
        <Radio.Group
          label={packs.office}
          value={office?.id ?? null}
          onChange={(id) => {
            const found = items.find((item) => item.id === id);
            if (found !== undefined) onChange(found);
          }}
        >
          <div className={styles.offices}>
            {items.map((item) => (
              <Radio.Card key={item.id} value={item.id} className={styles.office ?? ''}>
                <span className={styles.officeName}>{item.name}</span>
                <span className={styles.officeFacts}>{workspaceKinds[item.kind]}</span>
                <span className={styles.officeFacts}>
                  <Fingerprint groups={item.fingerprint} />
                </span>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
      )}
      {children}
    </ExportStep>
  );
}
