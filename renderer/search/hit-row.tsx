import type { SearchHit } from '../../shared/contract/search.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useWords } from '../app/words.tsx';
import { Pieces } from '../ui/pieces.tsx';
import styles from './hit-row.module.css';

export const HIT_HEIGHT = 120;
export const TIER_HEIGHT = 28;

type Props = {
  hit: SearchHit;
  startsTier: boolean;
  isOpen: boolean;
  isChosen: boolean;
  isActive: boolean;
  /** Added or changed since the saved search was last seen. */
  isFresh: boolean;
};

/** One hit: title, the words in their sentence, where they stand, and why it was found when that is not plain. */
export function HitRow({ hit, startsTier, isOpen, isChosen, isActive, isFresh }: Props) {
  const { kinds, search } = useWords();
  return (
    <>
      {startsTier && (
        <div className={styles.tier}>{hit.tier === 'meta' ? search.inTitle : search.inText}</div>
      )}
      <div
        className={styles.hit}
        data-open={isOpen || isChosen || undefined}
        data-active={isActive || undefined}
      >
        <p className={`han ${styles.title}`}>
          <Pieces pieces={hit.title} />
        </p>
        <p className={`han ${styles.snippet}`}>
          <span className={styles.place}>{placeName(search, hit)}</span>
          <Pieces pieces={hit.snippet} />
        </p>
        <p className={styles.facts}>
          {isFresh && (
            <span className={styles.fresh} title={search.isFreshWhy}>
              {search.isFresh}
            </span>
          )}
          <span>{kinds[hit.kind]}</span>
          {hit.library !== 'own' && (
            <span className={styles.sender} title={search.libraries[hit.library]}>
              {search.from(search.libraries[hit.library], hit.senderName ?? '')}
            </span>
          )}
          {hit.via === 'identifier' && (
            <span className={styles.via} title={search.viaIdentifierWhy}>
              {search.viaIdentifier}
            </span>
          )}
          {hit.via === 'pinyin' && (
            <span className={styles.via} title={search.viaPinyinWhy}>
              {search.viaPinyin}
            </span>
          )}
          <span className={styles.date}>{formatDate(hit.changedAt)}</span>
        </p>
      </div>
    </>
  );
}

function placeName(search: ReturnType<typeof useWords>['search'], hit: SearchHit): string {
  if (hit.heading !== '') return hit.heading;
  return (search.places as Record<string, string>)[hit.place] ?? search.body;
}
