import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { IconListTree } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { keysOf } from '../../app/shortcuts/shortcuts.ts';
import { useLayout } from '../../app/use-layout.ts';
import { useWords } from '../../app/words.tsx';
import { Outline } from './outline.tsx';
import styles from './outline.module.css';
import { showOutline, useOutlineShown } from './shown-outline.ts';

/** The outline where the inspector is folded: it floats over the document until one goes somewhere or presses Escape. */
export function OutlineButton() {
  const { writing } = useWords();
  const { isInspectorOpen } = useLayout();
  const isShown = useOutlineShown();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => () => showOutline(false), []);
  useEffect(() => {
    if (!isShown) return undefined;
    // The popover is there a frame later.
    const frame = requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [isShown]);
  if (isInspectorOpen) return null;
  const label = `${writing.outline}（${keysOf('outline')}）`;
  return (
    <Popover
      opened={isShown}
      onChange={showOutline}
      position="bottom-end"
      width={320}
      returnFocus={false}
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Tooltip label={label} disabled={isShown}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={writing.outline}
            aria-expanded={isShown}
            onClick={() => showOutline(!isShown)}
          >
            <IconListTree size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown
        aria-label={writing.outline}
        onKeyDown={(event) => {
          if (event.key === 'Enter') showOutline(false);
        }}
      >
        <div ref={box} className={styles.floating}>
          <Outline />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
