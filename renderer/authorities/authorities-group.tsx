import { Button, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { RecordId } from '../../shared/contract/records.ts';
import { findAuthorities, type Authority } from '../../shared/text/authorities.ts';
import { useQuery } from '../api/use-query.ts';
import { FoldHeading, useFold } from '../app/fold.tsx';
import { useSpeech } from '../app/words.tsx';
import { useAuthorityNotes, type AuthorityNote } from './authority-notes.ts';
import styles from './authorities.module.css';
import { searchAuthority } from './search-authority.ts';

type Props = { recordId: RecordId; caseNumbers: readonly string[] };
/** An authority with the places in the text that cite it; none if only the head of the record names it. */
type Cited = Pick<Authority, 'kind' | 'form' | 'normal'> & { places: readonly AuthorityNote[] };

const FIRST = 12;
const MOST = 200;

/** What the open record rests on, and how many others rest on the same. */
export function AuthoritiesGroup({ recordId, caseNumbers }: Props) {
  const { words, count } = useSpeech();
  const { authorities } = words;
  const notes = useAuthorityNotes();
  const cited = useMemo(() => citedIn(notes, caseNumbers).slice(0, MOST), [notes, caseNumbers]);
  const forms = cited.map(({ form }) => form);
  const counts = useQuery(
    'authorities.counts',
    { recordId, forms },
    { isEnabled: forms.length > 0 },
  );
  const [areAllShown, setAllShown] = useState(false);
  const fold = useFold('authorities', styles.group);
  const shown = areAllShown ? cited : cited.slice(0, FIRST);
  const others = counts.isLoading ? undefined : counts.data?.others;
  return (
    <section {...fold.section} aria-label={authorities.title}>
      <div className={styles.head}>
        <FoldHeading fold={fold}>{authorities.title}</FoldHeading>
        {cited.length > 0 && <span className={styles.count}>{count(cited.length)}</span>}
      </div>
      {cited.length === 0 && <p className={styles.hint}>{authorities.none}</p>}
      <ul className={styles.list}>
        {shown.map((one, at) => (
          <CitedItem key={one.form} cited={one} others={others?.[at]} />
        ))}
      </ul>
      {cited.length > shown.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAllShown(true)}>
          {authorities.more(count(cited.length - shown.length))}
        </Button>
      )}
    </section>
  );
}

function CitedItem({ cited, others }: { cited: Cited; others: number | undefined }) {
  const { words, count } = useSpeech();
  const { authorities } = words;
  const [first] = cited.places;
  return (
    <li className={styles.item}>
      <UnstyledButton
        className={`han ${styles.name}`}
        disabled={first === undefined}
        aria-label={authorities.goTo(cited.normal)}
        onClick={() => first?.show()}
      >
        {cited.normal}
        {cited.places.length > 1 && (
          <span className={styles.count}>{` ×${count(cited.places.length)}`}</span>
        )}
      </UnstyledButton>
      {others !== undefined && others > 0 && (
        <UnstyledButton
          className={styles.others}
          aria-label={authorities.othersCite(cited.normal, count(others))}
          title={authorities.othersCite(cited.normal, count(others))}
          onClick={() => searchAuthority(cited)}
        >
          {authorities.others(count(others))}
        </UnstyledButton>
      )}
    </li>
  );
}

/** Each once, in the order of the text, articles without their paragraphs; then what only the head names. */
function citedIn(notes: readonly AuthorityNote[], caseNumbers: readonly string[]): Cited[] {
  const cited = new Map<string, Cited>();
  for (const note of notes) {
    const { kind, form, normal } = note;
    const before = cited.get(form);
    cited.set(form, {
      kind,
      form,
      normal:
        before?.normal ?? (kind === 'article' ? normal.replace(/第[^第]+款.*$/u, '') : normal),
      places: [...(before?.places ?? []), note],
    });
  }
  for (const { kind, form, normal } of caseNumbers.flatMap(findAuthorities)) {
    if (!cited.has(form)) cited.set(form, { kind, form, normal, places: [] });
  }
  return [...cited.values()];
}
