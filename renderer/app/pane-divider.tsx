import { useRef, useState } from 'react';
import styles from './pane-divider.module.css';

type Props = {
  label: string;
  width: number;
  least: number;
  most: number;
  /** `before`: the pane that changes is to the left of the divider. */
  side: 'before' | 'after';
  onResize: (width: number) => void;
};

const STEP = 16;

/** The hairline between two panes: dragged with the mouse, moved with ← and →. The width is stored when it is let go. */
export function PaneDivider({ label, width, least, most, side, onResize }: Props) {
  const [dragged, setDragged] = useState<number | null>(null);
  const from = useRef({ x: 0, width: 0 });
  const direction = side === 'before' ? 1 : -1;
  const clamp = (value: number) => Math.round(Math.min(most, Math.max(least, value)));
  return (
    // A window splitter is the one separator that takes focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      className={styles.divider}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      data-dragged={dragged === null ? undefined : ''}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width };
        setDragged(width);
      }}
      onPointerMove={(event) => {
        if (dragged === null) return;
        const next = clamp(from.current.width + direction * (event.clientX - from.current.x));
        if (next !== dragged) {
          setDragged(next);
          onResize(next);
        }
      }}
      onPointerUp={() => setDragged(null)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') onResize(clamp(width - direction * STEP));
        else if (event.key === 'ArrowRight') onResize(clamp(width + direction * STEP));
        else return;
        event.preventDefault();
      }}
    />
  );
}
