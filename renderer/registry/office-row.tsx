import { IconAddressBook } from '@tabler/icons-react';
import type { RegistryOffice } from '../../shared/contract/registry.ts';
import { codeName } from '../../shared/templates/code-lists/index.ts';
import { useSpeech } from '../app/words.tsx';
import styles from './registry.module.css';

export const OFFICE_ROW_HEIGHT = 64;

/** One office: its name; where and what it is. */
export function OfficeRow({ office, isOpen }: { office: RegistryOffice; isOpen: boolean }) {
  const { words, language } = useSpeech();
  const { registry } = words;
  const facts = [
    codeName('region', office.region, language),
    ...(office.level === null ? [] : [registry.levels[office.level]]),
    ...office.batches.map((batch) => registry.batches[batch]),
    ...(office.demonstrationZone === '' ? [] : [registry.inZone]),
  ];
  return (
    <div className={styles.row} data-open={isOpen || undefined}>
      <p className={`han ${styles.rowTitle}`} title={office.name}>
        <span className={styles.rowName}>{office.name}</span>
        {office.cardOfficeId !== null && (
          <IconAddressBook
            size={14}
            stroke={1.5}
            className={styles.rowCard}
            aria-label={registry.withCard}
          />
        )}
      </p>
      <p className={styles.facts}>
        {facts.join(' · ')}
        {office.isSample && <span className={styles.sample}>{registry.isSample}</span>}
      </p>
    </div>
  );
}
