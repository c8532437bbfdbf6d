import { Button, Popover } from '@mantine/core';
import type { CitedItems } from '../../../shared/document/citations.ts';
import { citationLabel } from '../../../shared/document/citations.ts';
import { useWords } from '../../app/words.tsx';
import styles from './citations.module.css';
import type { Known } from './label-citations.ts';

/** A citation that was clicked, and where it is on the screen. */
export type Shown = { key: string; items: CitedItems; at: DOMRect };
type Props = {
  shown: Shown;
  known: Known;
  numbers: ReadonlyMap<string, number>;
  onClose: () => void;
  /** Without it the text is only read. */
  onEdit?: (() => void) | undefined;
};

/** What a citation stands for. */
export function CitationPopover({ shown, known, numbers, onClose, onEdit }: Props) {
  const { citations } = useWords();
  const { at, items } = shown;
  return (
    <Popover
      opened
      onChange={(isOpen) => !isOpen && onClose()}
      onDismiss={onClose}
      position="bottom"
      width={420}
      withArrow
      trapFocus
      returnFocus
      withinPortal
      // What it hangs from is a place, not a control.
      withRoles={false}
    >
      <Popover.Target>
        <span
          className={styles.anchor}
          style={{ left: at.left, top: at.top, width: at.width, height: at.height }}
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={citations.details} data-autofocus tabIndex={-1}>
        <ul className={styles.entries}>
          {items.map((item, place) => (
            <li key={`${item.sourceId} ${String(place)}`} className="han">
              <strong>{citationLabel([item], numbers)}</strong>
              <span>{` ${known.entries.get(item.sourceId)?.entry ?? citations.missing}`}</span>
            </li>
          ))}
        </ul>
        {onEdit !== undefined && (
          <Button size="compact-sm" variant="default" mt={8} onClick={onEdit}>
            {citations.edit}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
