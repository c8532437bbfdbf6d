import { Button, Popover, UnstyledButton } from '@mantine/core';
import type { RecordId } from '../../shared/contract/records.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { followLink } from '../links/trail.ts';
import type { AuthorityNote } from './authority-notes.ts';
import styles from './authorities.module.css';
import { searchAuthority } from './search-authority.ts';

type Props = {
  note: AuthorityNote;
  recordId: RecordId;
  /** Asked for with the keyboard, it takes the keyboard; under the mouse it leaves it where one writes. */
  hasKeyboard: boolean;
  onClose: () => void;
  onEnter?: () => void;
  onLeave?: () => void;
};

const SHOWN = 5;

/** How an authority is written in official papers, and which other records cite it. */
export function AuthorityPopover({
  note,
  recordId,
  hasKeyboard,
  onClose,
  onEnter,
  onLeave,
}: Props) {
  const { words, count } = useSpeech();
  const { authorities } = words;
  const { form, normal, normalise } = note;
  const { data } = useQuery('authorities.citing', { recordId, form, limit: SHOWN });
  const place = note.range.getBoundingClientRect();
  const doing = (does: () => void) => () => {
    onClose();
    does();
  };
  return (
    <Popover
      opened
      onChange={(isOpen) => !isOpen && onClose()}
      onDismiss={onClose}
      position="bottom-start"
      width={380}
      withArrow
      trapFocus={hasKeyboard}
      returnFocus={hasKeyboard}
      withinPortal
      withRoles={false}
      transitionProps={{ duration: hasKeyboard ? 0 : 100 }}
    >
      <Popover.Target>
        <span
          className="editor-popover-anchor"
          style={{ left: place.left, top: place.top, width: place.width, height: place.height }}
        />
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={authorities.details}
        data-autofocus
        tabIndex={-1}
        onMouseEnter={onEnter}
        onMouseLeave={onLeave}
      >
        <p className={`han ${styles.normal}`}>{normal}</p>
        {data !== undefined && (
          <p className={styles.facts}>
            {data.total === 0 ? authorities.onlyHere : authorities.citedBy(count(data.total))}
          </p>
        )}
        <ul className={styles.records}>
          {data?.records.map(({ id, title }) => (
            <li key={id}>
              <UnstyledButton
                className={`han ${styles.record}`}
                onClick={doing(() => followLink(id))}
              >
                {title}
              </UnstyledButton>
            </li>
          ))}
        </ul>
        <div className="editor-popover-actions">
          {normalise !== null && (
            <Button size="compact-sm" variant="default" onClick={doing(normalise)}>
              {authorities.normalise}
            </Button>
          )}
          {data !== undefined && data.total > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={doing(() => searchAuthority(note))}
            >
              {authorities.showAll}
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
