import { Button, Popover } from '@mantine/core';
import type { LinkTarget } from '../../../shared/contract/links.ts';
import { keysOf } from '../../app/shortcuts/shortcuts.ts';
import { useWords } from '../../app/words.tsx';
import styles from './links.module.css';

type Props = {
  place: DOMRect;
  /** Undefined until the store has answered. */
  target: LinkTarget | undefined;
  /** What the link was called when it was last stored. */
  text: string;
  onClose: () => void;
  onOpen: () => void;
  /** Without it the text is only read. */
  onUnlink?: (() => void) | undefined;
};

/** What a link leads to, or why it leads nowhere any more. */
export function LinkPopover({ place, target, text, onClose, onOpen, onUnlink }: Props) {
  const { kinds, links } = useWords();
  const title = target !== undefined && 'title' in target ? target.title : text;
  const isThere = target !== undefined && 'title' in target;
  return (
    <Popover
      opened
      onChange={(isOpen) => !isOpen && onClose()}
      onDismiss={onClose}
      position="bottom-start"
      width={360}
      withArrow
      trapFocus
      returnFocus
      withinPortal
      withRoles={false}
    >
      <Popover.Target>
        <span
          className="editor-popover-anchor"
          style={{ left: place.left, top: place.top, width: place.width, height: place.height }}
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={links.target} data-autofocus tabIndex={-1}>
        <p className={`han ${styles.name}`}>{title}</p>
        <p className={styles.facts}>
          {target !== undefined && 'kind' in target ? kinds[target.kind] : ''}
        </p>
        {target !== undefined && target.state !== 'there' && (
          <p className={styles.broken}>{links.broken[target.state]}</p>
        )}
        <div className="editor-popover-actions">
          {onUnlink !== undefined && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                onClose();
                onUnlink();
              }}
            >
              {links.unlink}
            </Button>
          )}
          {isThere && (
            <Button
              size="compact-sm"
              data-autofocus
              title={keysOf('openLink')}
              onClick={() => {
                onClose();
                onOpen();
              }}
            >
              {links.open}
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
