import { Button, CloseButton, Select } from '@mantine/core';
import { useState } from 'react';
import type { MatterRecord } from '../../shared/contract/parties.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import {
  pseudonymStyles as styleIds,
  type PseudonymStyle,
} from '../../shared/text/parties/pseudonym.ts';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { LinkDialog } from './link-dialog.tsx';
import styles from './parties.module.css';

type Props = {
  recordId: RecordId;
  records: readonly MatterRecord[];
  style: PseudonymStyle;
  isFixed: boolean;
};

/** The records of the same matter, links made by hand, and how equal pseudonyms are told apart. */
export function MatterRecords({ recordId, records, style, isFixed }: Props) {
  const { parties, pseudonymStyles } = useWords();
  const [isLinking, setLinking] = useState(false);
  const unlink = useCommand('parties.unlink');
  const setStyle = useCommand('parties.setStyle');
  const failure = unlink.failure ?? setStyle.failure;
  return (
    <details className={styles.matter}>
      <summary>{`${parties.matter}${records.length === 0 ? '' : ` · ${records.length}`}`}</summary>
      {records.length === 0 && <p className={styles.hint}>{parties.matterNone}</p>}
      <ul className={styles.records}>
        {records.map(({ id, title, isLinked }) => (
          <li key={id} className={styles.linked}>
            <bdi>{title}</bdi>
            {isLinked && !isFixed && (
              <CloseButton
                size="xs"
                aria-label={parties.unlink(title)}
                onClick={() => void unlink.run({ recordId, otherId: id })}
              />
            )}
          </li>
        ))}
      </ul>
      {!isFixed && (
        <Button variant="subtle" size="compact-xs" onClick={() => setLinking(true)}>
          {parties.link}
        </Button>
      )}
      <Select
        size="xs"
        label={parties.style}
        value={style}
        allowDeselect={false}
        data={styleIds.map((value) => ({ value, label: pseudonymStyles[value] }))}
        onChange={(value) => {
          const chosen = styleIds.find((one) => one === value);
          if (chosen !== undefined) void setStyle.run({ style: chosen });
        }}
      />
      {failure !== undefined && <FailureNotice failure={failure} />}
      {isLinking && <LinkDialog recordId={recordId} onClose={() => setLinking(false)} />}
    </details>
  );
}
