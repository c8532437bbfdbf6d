import { SegmentedControl } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import type { RecordKind } from '../../shared/contract/records.ts';
import type { SearchHit } from '../../shared/contract/search.ts';
import { ownKinds } from '../app/navigation.tsx';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PaneHeader } from '../ui/pane-header.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { SEARCH_LIST_ID, setActiveHit, showHits, useActiveHit } from './active-hit.ts';
import { HIT_HEIGHT, HitRow, TIER_HEIGHT } from './hit-row.tsx';
import styles from './search-results.module.css';
import { useHits } from './use-hits.ts';

type Scope = 'all' | 'own' | 'precedent';
const kindsOf: Record<Scope, RecordKind[]> = { all: [], own: ownKinds, precedent: ['precedent'] };

/** What was found, in two tiers, each hit with the reason why. */
export function SearchResults() {
  const { words, count } = useSpeech();
  const { query, opened, open } = useView();
  const [scope, setScope] = useState<Scope>('all');
  const hits = useHits(query, kindsOf[scope]);
  const active = useActiveHit();
  const { itemAt, terms, want } = hits;

  const startsTier = (index: number) =>
    index === 0 || itemAt(index - 1)?.tier !== itemAt(index)?.tier;
  const openAt = (hit: SearchHit) =>
    open({ id: hit.id, terms, section: hit.heading === '' ? null : hit.place });
  const firstBody = hits.first?.items.findIndex((hit) => hit.tier === 'body') ?? -1;
  const rowHeight = useCallback(
    (index: number) => (index === 0 || index === firstBody ? HIT_HEIGHT + TIER_HEIGHT : HIT_HEIGHT),
    [firstBody],
  );
  useEffect(() => setActiveHit(0), [query, scope]);
  useEffect(() =>
    showHits(hits.total, (index) => {
      const hit = itemAt(index);
      if (hit !== undefined) openAt(hit);
    }),
  );

  const total = (hits.isExact ? words.search.total : words.search.atLeast)(count(hits.total));
  const isEmpty = !hits.isLoading && hits.first !== undefined && hits.total === 0;
  return (
    <section
      className={styles.results}
      aria-label={words.search.results}
      data-pane
      data-query={query}
      data-answered={hits.isLoading ? undefined : ''}
    >
      <PaneHeader title={words.search.results}>
        <span role="status" className={styles.total} data-testid="search-total">
          {hits.first === undefined ? words.search.searching : total}
        </span>
      </PaneHeader>
      <div className={styles.scope}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={words.search.scope}
          value={scope}
          onChange={setScope}
          data={[
            { value: 'all', label: words.search.scopes.all },
            { value: 'own', label: words.search.scopes.own },
            { value: 'precedent', label: words.search.scopes.precedent },
          ]}
        />
        {!isEmpty && <p className={styles.order}>{words.search.order}</p>}
      </div>
      {hits.failure !== undefined && (
        <div className={styles.failure}>
          <FailureNotice failure={hits.failure} />
        </div>
      )}
      <div className={styles.list}>
        {isEmpty ? (
          <EmptyPlace
            icon={IconSearchOff}
            title={words.search.none(query)}
            text={words.search.noneText}
          />
        ) : (
          <VirtualList
            listId={SEARCH_LIST_ID}
            label={words.search.results}
            count={hits.total}
            itemAt={itemAt}
            rowHeight={rowHeight}
            renderRow={(hit, index) => (
              <HitRow
                hit={hit}
                startsTier={startsTier(index)}
                isOpen={opened?.id === hit.id}
                isActive={index === active}
              />
            )}
            active={active}
            onActive={setActiveHit}
            isSelected={(hit) => opened?.id === hit.id}
            onOpen={openAt}
            onVisible={want}
          />
        )}
      </div>
      <p className={styles.keys}>{words.search.keys}</p>
    </section>
  );
}
