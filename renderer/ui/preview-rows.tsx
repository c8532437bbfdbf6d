import { useState } from 'react';
import { VirtualList } from './virtual-list.tsx';
import styles from './preview-rows.module.css';

/** A row of a table that is to come in: where it stands in the file, what becomes of it, and why. */
export type PreviewRow = {
  line: string;
  state: string;
  tone: 'good' | 'care' | 'quiet' | 'bad';
  name: string;
  detail: string;
};

const ROW_HEIGHT = 52;
const rowHeight = () => ROW_HEIGHT;
const nothing = () => undefined;

/** Rows before they are imported; what is wrong comes first in the list that is given. */
export function PreviewRows({ label, rows }: { label: string; rows: readonly PreviewRow[] }) {
  const [active, setActive] = useState(-1);
  return (
    <div
      className={styles.rows}
      style={{ height: Math.min(6.5, Math.max(1, rows.length)) * ROW_HEIGHT }}
    >
      <VirtualList
        label={label}
        count={rows.length}
        itemAt={(index) => rows[index]}
        rowHeight={rowHeight}
        renderRow={(row) => (
          <div className={styles.row}>
            <span className={styles.line}>{row.line}</span>
            <span className={styles.state} data-tone={row.tone}>
              {row.state}
            </span>
            <span className={`han ${styles.words}`}>
              <span className={styles.name} title={row.name}>
                {row.name}
              </span>
              {row.detail !== '' && (
                <span className={styles.detail} title={row.detail}>
                  {row.detail}
                </span>
              )}
            </span>
          </div>
        )}
        active={active}
        onActive={setActive}
        isSelected={() => false}
        onOpen={nothing}
        onVisible={nothing}
      />
    </div>
  );
}
