import { ActionIcon, Button, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import type { LexicalEditor } from 'lexical';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { pressed } from '../../app/shortcuts/shortcuts.ts';
import { useNotices } from '../../app/notices.tsx';
import { useSpeech } from '../../app/words.tsx';
import { MOST_MATCHES, type FindQuery } from './find-in-texts.ts';
import styles from './find-bar.module.css';
import { selectMatch, useFind } from './use-find.ts';

type Props = {
  editor: LexicalEditor;
  /** What was selected when one asked. */
  first: string;
  /** Counts up each time one asks again, to bring the keyboard back here. */
  asked: number;
  onClose: () => void;
};

const options = [
  { id: 'matchesCase', word: 'matchCase', sign: 'caseSign' },
  { id: 'wholeWord', word: 'wholeWord', sign: 'wordSign' },
  { id: 'isExpression', word: 'regularExpression', sign: 'regularSign' },
] as const;

/** Find and replace in the open document. */
export function FindBar({ editor, first, asked, onClose }: Props) {
  const { words, count } = useSpeech();
  const { find } = words;
  const notices = useNotices();
  const [query, setQuery] = useState<FindQuery>({
    text: first,
    replacement: '',
    isExpression: false,
    matchesCase: false,
    wholeWord: false,
  });
  const { finding, matches, blocks, now, go, replace } = useFind(editor, query);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, [asked]);
  const close = () => {
    selectMatch(editor, blocks, matches[now]);
    onClose();
  };
  const replaceAll = async () => {
    const done = await replace('all');
    if (done > 0) notices.say(find.replaced(count(done)));
  };
  // What an input method composes is its own, Enter and Escape too.
  const onKeyDown = (event: KeyboardEvent) => {
    const { nativeEvent } = event;
    if (nativeEvent.isComposing || event.key === 'Process') return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target === box.current) go(event.shiftKey ? -1 : 1);
    else if (pressed(nativeEvent, 'nextHit')) go(1);
    else if (pressed(nativeEvent, 'previousHit')) go(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.bar} role="search" aria-label={find.title} onKeyDown={onKeyDown}>
      <div className={styles.row}>
        <TextInput
          ref={box}
          size="xs"
          className={styles.box ?? ''}
          aria-label={find.find}
          placeholder={find.find}
          value={query.text}
          maxLength={2000}
          onChange={(event) => setQuery({ ...query, text: event.currentTarget.value })}
        />
        {options.map(({ id, word, sign }) => (
          <Tooltip key={id} label={find[word]}>
            <UnstyledButton
              className={styles.option}
              aria-label={find[word]}
              aria-pressed={query[id]}
              onClick={() => setQuery({ ...query, [id]: !query[id] })}
            >
              {find[sign]}
            </UnstyledButton>
          </Tooltip>
        ))}
        <span className={styles.count} role="status">
          {countOf()}
        </span>
        <Go label={find.previous} icon={IconArrowUp} onUse={() => go(-1)} />
        <Go label={find.next} icon={IconArrowDown} onUse={() => go(1)} />
        <Go label={find.close} icon={IconX} onUse={close} />
      </div>
      <div className={styles.row}>
        <TextInput
          size="xs"
          className={styles.box ?? ''}
          aria-label={find.replace}
          placeholder={find.replace}
          value={query.replacement}
          maxLength={2000}
          onChange={(event) => setQuery({ ...query, replacement: event.currentTarget.value })}
        />
        <Button size="compact-xs" variant="default" onClick={() => void replace('this')}>
          {find.replaceOne}
        </Button>
        <Button size="compact-xs" variant="default" onClick={replaceAll}>
          {find.replaceAll}
        </Button>
      </div>
    </div>
  );

  function countOf(): string {
    if (finding === null) return '';
    if (finding === 'invalid') return find.invalid;
    if (finding === 'too-slow') return find.tooSlow;
    if (matches.length === 0) return find.none;
    if (finding.isMore) return find.moreThan(count(MOST_MATCHES));
    return find.ofAll(count(now + 1), count(matches.length));
  }
}

type GoProps = { label: string; icon: typeof IconX; onUse: () => void };

function Go({ label, icon: GoIcon, onUse }: GoProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={26} aria-label={label} onClick={onUse}>
        <GoIcon size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
