import { SegmentedControl } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import { useCallback, useEffect } from 'react';
import type { CallInput } from '../../shared/contract/index.ts';
import type { SearchHit } from '../../shared/contract/search.ts';
import { useQuery } from '../api/use-query.ts';
import { useView, type Finding } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { ChosenBar } from '../records/listing/chosen-bar.tsx';
import { SaveAsReport } from '../precedent-reports/save-as-report.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PaneHeader } from '../ui/pane-header.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { SEARCH_LIST_ID, setActiveHit, showHits, useActiveHit } from './active-hit.ts';
import { AttachmentHits } from './attachment-hits.tsx';
import { FacetButton } from './facet-button.tsx';
import { FacetChips } from './facet-chips.tsx';
import { HIT_HEIGHT, HitRow, TIER_HEIGHT } from './hit-row.tsx';
import { IndexOffer } from './index-offer.tsx';
import { QueryNotes } from './query-notes.tsx';
import { SaveSearch } from './save-search.tsx';
import { askedIn } from './scopes.ts';
import styles from './search-results.module.css';
import { SearchSort } from './search-sort.tsx';
import { useChoosingHits } from './use-choosing-hits.ts';
import { useHits, type Hits } from './use-hits.ts';
import { rememberQuery } from './use-search-text.ts';

/** What was found, in two tiers or sorted, each hit with the reason why. */
export function SearchResults() {
  const { words, count } = useSpeech();
  const { query, finding, setFinding } = useView();
  const { scope, where, order } = finding;
  const asked = { query, ...askedIn(scope, where) };
  const question = { ...asked, order };
  const scopes = useScopes(scope);
  const hits = useHits(question);
  const isOfThis = !hits.isLoading && hits.first !== undefined;
  const isEmpty = isOfThis && hits.failure === undefined && hits.total === 0;
  // Only marks were typed: what is excluded or a field would stand among the pieces.
  const isNothing = hits.terms.length === 0 && hits.first?.pieces.length === 0;
  const total = (hits.isExact ? words.search.total : words.search.atLeast)(count(hits.total));
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
        <SaveSearch question={question} />
        <SaveAsReport question={asked} />
        <FacetButton question={asked} />
        <SearchSort />
      </PaneHeader>
      <div className={styles.scope}>
        <SegmentedControl<Finding['scope']>
          size="xs"
          fullWidth
          aria-label={words.search.scope}
          value={scope}
          onChange={(next) => setFinding({ scope: next })}
          data={scopes.map((value) => ({ value, label: words.search.scopes[value] }))}
        />
        <FacetChips />
        {isOfThis && hits.first !== undefined && (
          <QueryNotes query={query} pieces={hits.first.pieces} problems={hits.first.problems} />
        )}
        <AttachmentHits query={query} kinds={asked.kinds} />
        <IndexOffer />
        {!isEmpty && order === 'relevance' && <p className={styles.order}>{words.search.order}</p>}
      </div>
      {hits.failure !== undefined && hits.failure.code !== 'cancelled' && (
        <div className={styles.failure}>
          <FailureNotice failure={hits.failure} />
        </div>
      )}
      <div className={styles.list}>
        {isEmpty ? (
          <EmptyPlace
            icon={IconSearchOff}
            title={isNothing ? words.search.nothingAsked : words.search.none(query)}
            text={isNothing ? words.search.nothingAskedText : words.search.noneText}
          />
        ) : (
          <HitList hits={hits} question={question} />
        )}
      </div>
      <ChosenBar />
      <p className={styles.keys}>{words.search.keys}</p>
    </section>
  );
}

/** What nobody has sent cannot be searched. */
function useScopes(scope: Finding['scope']): Finding['scope'][] {
  const counts = useQuery('records.counts', {}).data;
  const others = (['received', 'guidance'] as const).filter(
    (library) => library === scope || (counts?.[library].count ?? 0) > 0,
  );
  return ['all', 'own', 'precedent', ...others];
}

function HitList({ hits, question }: { hits: Hits; question: CallInput<'search.find'> }) {
  const { words } = useSpeech();
  const { query, finding, opened, open, chosen } = useView();
  const active = useActiveHit();
  const choosing = useChoosingHits(question, hits.total);
  const { itemAt, terms, want } = hits;
  const hasTiers = finding.order === 'relevance';
  const startsTier = (index: number) =>
    hasTiers && (index === 0 || itemAt(index - 1)?.tier !== itemAt(index)?.tier);
  const openAt = (hit: SearchHit) => {
    rememberQuery(query);
    open({ id: hit.id, terms, section: hit.heading === '' ? null : hit.place });
  };
  const firstBody = hits.first?.items.findIndex((hit) => hit.tier === 'body') ?? -1;
  const rowHeight = useCallback(
    (index: number) =>
      hasTiers && (index === 0 || index === firstBody) ? HIT_HEIGHT + TIER_HEIGHT : HIT_HEIGHT,
    [firstBody, hasTiers],
  );
  const key = JSON.stringify(question);
  useEffect(() => setActiveHit(0), [key]);
  useEffect(() =>
    showHits(hits.total, (index) => {
      const hit = itemAt(index);
      if (hit !== undefined) openAt(hit);
    }),
  );
  useEffect(() => () => showHits(0, () => undefined), []);
  const seenAt = finding.saved?.query === query ? finding.saved.seenAt : Number.POSITIVE_INFINITY;
  return (
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
          isOpen={chosen.size === 0 && opened?.id === hit.id}
          isChosen={chosen.has(hit.id)}
          isActive={index === active}
          isFresh={hit.changedAt > seenAt}
        />
      )}
      active={active}
      onActive={setActiveHit}
      choosing={choosing}
      isSelected={(hit) => (chosen.size > 0 ? chosen.has(hit.id) : opened?.id === hit.id)}
      onOpen={openAt}
      onVisible={want}
    />
  );
}
