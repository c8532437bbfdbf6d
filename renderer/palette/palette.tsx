import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Wiring } from '../app/commands/commands.ts';
import { pressed } from '../app/shortcuts/shortcuts.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { choicesFor } from './choices.ts';
import styles from './palette.module.css';
import { PaletteOption } from './palette-option.tsx';
import { hidePalette } from './shown-palette.ts';
import { useChoose } from './use-choose.ts';
import type { PaletteEntries } from './use-palette-entries.ts';
import { MOST_PALETTE_RECORDS } from '../../shared/contract/palette.ts';

const LIST_ID = 'palette-list';
const optionId = (index: number) => `${LIST_ID}-${index}`;
const PAGE = 8;
const none: readonly string[] = [];

type Props = { wiring: Wiring; entries: PaletteEntries };

/** Everything that has a name, by a few letters of it. The box keeps the focus; an input method keeps its keys. */
export function Palette({ wiring, entries }: Props) {
  const { words, count } = useSpeech();
  const { palette } = words;
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const isComposing = useRef(false);
  const list = useRef<HTMLDivElement>(null);
  const used = useQuery('palette.used', {}, { isLive: false }).data?.keys ?? none;
  const { finder, loads } = entries;
  const { choices, hidden } = useMemo(
    () => choicesFor(finder, text, used),
    // A load changes what the finder knows, not the finder.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [finder, loads, text, used],
  );
  const at = Math.min(active, choices.length - 1);
  const choose = useChoose(wiring);
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [at, choices]);
  useEffect(() => hidePalette, []);

  const take = (index: number) => {
    const choice = choices[index];
    if (choice === undefined) return;
    hidePalette();
    choose(choice);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing.current || event.nativeEvent.isComposing) return;
    const last = choices.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + PAGE),
      PageUp: Math.max(0, at - PAGE),
    };
    const next = moves[event.key];
    if (event.key === 'Escape' || pressed(event.nativeEvent, 'palette')) hidePalette();
    else if (next !== undefined) setActive(next);
    else if (event.key === 'Enter') take(at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Modal.Root
      opened
      onClose={hidePalette}
      // Escape is read above: one that ends a composition must not close it. The scroll lock would need our nonce.
      closeOnEscape={false}
      lockScroll={false}
      size={640}
      padding={0}
      yOffset="12vh"
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay className={styles.overlay} />
      <Modal.Content className={styles.content} aria-label={palette.title}>
        <div className={styles.box}>
          <IconSearch size={18} stroke={1.75} className={styles.icon} aria-hidden />
          <input
            className={styles.input}
            type="text"
            role="combobox"
            data-autofocus
            aria-label={palette.box}
            aria-expanded={choices.length > 0}
            aria-controls={LIST_ID}
            aria-activedescendant={at >= 0 ? optionId(at) : undefined}
            aria-autocomplete="list"
            placeholder={palette.placeholder}
            autoComplete="off"
            spellCheck={false}
            maxLength={10_000}
            value={text}
            onCompositionStart={() => (isComposing.current = true)}
            onCompositionEnd={() => (isComposing.current = false)}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <div
          ref={list}
          id={LIST_ID}
          role="listbox"
          aria-label={palette.results}
          className={styles.list}
          onMouseDown={(event) => event.preventDefault()}
        >
          {choices.map((choice, index) => (
            <PaletteOption
              key={choice.type === 'entry' ? choice.entry.key : 'search'}
              id={optionId(index)}
              choice={choice}
              isActive={index === at}
              onTake={() => take(index)}
            />
          ))}
        </div>
        <div className={styles.foot}>
          <span role="status">
            {text !== '' && palette.found(count(choices.length - 1 + hidden))}
            {hidden > 0 && ` · ${palette.more(count(hidden))}`}
            {text === '' && entries.isLoading && palette.loading}
            {text === '' &&
              entries.records >= MOST_PALETTE_RECORDS &&
              palette.bounded(count(MOST_PALETTE_RECORDS))}
          </span>
          <span className={styles.keys}>{palette.keys}</span>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}
