import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useSpeech } from '../app/words.tsx';
import { FindBox } from '../sources/find-box.tsx';
import { isFound } from './is-found.ts';
import styles from './points-page.module.css';

/** A province has some dozens of offices: so many at once, and a box to find one where looking is no longer quicker. */
const AT_ONCE = 20;
const FIND_FROM = 10;

type Props<Item> = {
  /** What the box looks through. */
  findLabel: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** What a row is found by: name, fingerprint. */
  textsOf: (item: Item) => readonly string[];
  renderRow: (item: Item) => ReactNode;
};

/** Cards of offices, each with what may be done with it. A long list is shown part by part and looked through by name or fingerprint. */
export function CardList<Item extends { name: string }>(props: Props<Item>) {
  const { findLabel, items, keyOf, textsOf, renderRow } = props;
  const { words, count } = useSpeech();
  const { points } = words;
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(AT_ONCE);
  const list = useRef<HTMLUListElement>(null);
  // The button for more may be gone with the last of them: whoever pressed it goes on at the first row that came.
  const [firstNew, setFirstNew] = useState<number>();
  useEffect(() => {
    if (firstNew !== undefined) (list.current?.children[firstNew] as HTMLElement | null)?.focus();
  }, [firstNew]);
  const found = text === '' ? items : items.filter((item) => isFound(text, textsOf(item)));
  const find = (typed: string) => {
    setText(typed);
    setLimit(AT_ONCE);
    setFirstNew(undefined);
  };
  const showMore = () => {
    setFirstNew(limit);
    setLimit(limit + AT_ONCE);
  };
  const numbers =
    text === ''
      ? points.count(count(items.length))
      : points.found(count(found.length), count(items.length));
  return (
    <>
      {(items.length > FIND_FROM || text !== '') && (
        <div className={styles.finding}>
          <FindBox label={findLabel} onFind={find} />
          <span role="status">{numbers}</span>
        </div>
      )}
      <ul className={styles.offices} ref={list}>
        {found.slice(0, limit).map((item) => (
          <li key={keyOf(item)} className={styles.office} aria-label={item.name} tabIndex={-1}>
            {renderRow(item)}
          </li>
        ))}
      </ul>
      {found.length > limit && (
        <Button size="compact-sm" variant="default" onClick={showMore}>
          {points.more(count(Math.min(AT_ONCE, found.length - limit)))}
        </Button>
      )}
    </>
  );
}
