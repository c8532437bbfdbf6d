import { ActionIcon, CloseButton, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { pressed } from '../app/shortcuts/shortcuts.ts';
import type { Opened } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { rangesIn } from '../editor/use-highlights.ts';
import styles from './hit-stepper.module.css';

const NAME = 'editor-hit-now';

type Props = { opened: Opened; onClose: () => void };
type Place = { at: number; total: number };

/** Marks one of the places and says which of how many it is. */
function markPlace(
  terms: readonly string[],
  choose: (ranges: readonly Range[]) => number,
  scrolls: boolean,
): Place {
  const text = document.querySelector('#document .editor-text');
  const ranges = text === null ? [] : rangesIn(text, terms);
  const at = ranges.length === 0 ? 0 : choose(ranges);
  const range = ranges[at];
  if (range === undefined) CSS.highlights.delete(NAME);
  else {
    const mark = new Highlight(range);
    mark.priority = 1;
    CSS.highlights.set(NAME, mark);
    if (scrolls) range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  }
  return { at, total: ranges.length };
}

function isInSection(range: Range, section: string | null): boolean {
  const holder = range.startContainer.parentElement?.closest('[data-section]');
  return section !== null && holder?.getAttribute('data-section') === section;
}

/** From one place to the next where the open record has what was searched for: F3, Shift F3. */
export function HitStepper({ opened, onClose }: Props) {
  const { words, count } = useSpeech();
  const { search } = words;
  const [state, setState] = useState<Place>({ at: 0, total: 0 });
  const { terms, section } = opened;

  const step = useCallback(
    (by: 1 | -1) => {
      const next = (ranges: readonly Range[]) =>
        (Math.min(state.at, ranges.length - 1) + by + ranges.length) % ranges.length;
      setState(markPlace(terms, next, true));
    },
    [terms, state.at],
  );
  // The record scrolls to its first hit by itself, once it is there; this only says which of them it is.
  useEffect(() => {
    const first = (ranges: readonly Range[]) =>
      Math.max(
        0,
        ranges.findIndex((range) => isInSection(range, section)),
      );
    const frame = requestAnimationFrame(() => setState(markPlace(terms, first, false)));
    return () => {
      cancelAnimationFrame(frame);
      CSS.highlights.delete(NAME);
    };
  }, [terms, section]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const by = pressed(event, 'nextHit') ? 1 : pressed(event, 'previousHit') ? -1 : 0;
      // The search bar in the text has its own places.
      if (by === 0 || event.defaultPrevented) return;
      event.preventDefault();
      step(by);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [step]);

  if (state.total === 0) return null;
  return (
    <div className={styles.stepper} role="toolbar" aria-label={search.hitsIn}>
      <span className={styles.place} role="status">
        {search.hitOf(count(state.at + 1), count(state.total))}
      </span>
      <StepButton label={search.previousHit} icon={IconChevronUp} onClick={() => step(-1)} />
      <StepButton label={search.nextHit} icon={IconChevronDown} onClick={() => step(1)} />
      <CloseButton
        size="sm"
        aria-label={search.closeHits}
        title={search.closeHits}
        onClick={onClose}
      />
    </div>
  );
}

type StepProps = { label: string; icon: typeof IconChevronUp; onClick: () => void };

function StepButton({ label, icon: StepIcon, onClick }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} onClick={onClick}>
        <StepIcon size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
