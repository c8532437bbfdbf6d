import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Library, RecordKind } from '../../shared/contract/records.ts';
import { ownKinds } from '../app/navigation.tsx';
import { useView, type Place } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import type { Words } from '../../shared/i18n/index.ts';
import { SampleOffer } from '../samples/sample-offer.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { kindIcons, placeIcons } from '../ui/kind-icons.ts';
import { PaneHeader } from '../ui/pane-header.tsx';
import { ChosenBar } from './listing/chosen-bar.tsx';
import { EmptyTrash } from './listing/empty-trash.tsx';
import { FilterButton } from './listing/filter-button.tsx';
import { FilterChips } from './listing/filter-chips.tsx';
import { SortMenu } from './listing/sort-menu.tsx';
import { TrashSearch } from './listing/trash-search.tsx';
import { nothingFolded, toggled, useLines } from './listing/use-lines.ts';
import { useListView } from './listing/use-list-view.ts';
import { ViewMenu } from './listing/view-menu.tsx';
import styles from './record-list.module.css';
import { RecordLines } from './record-lines.tsx';

/** The list pane: the records of the chosen kind, or the trash. */
export function RecordList() {
  const { place } = useView();
  return <ListOf key={JSON.stringify(place)} place={place} />;
}

function kindsOf(place: Place): RecordKind[] {
  if (place.at !== 'records') return [];
  return place.kind === 'all' ? ownKinds : [place.kind];
}

function nameOf(words: Words, place: Place): string {
  if (place.at === 'library') return words.search.libraries[place.library];
  if (place.at !== 'records') return words.records.trash;
  return place.kind === 'all' ? words.records.all : words.kinds[place.kind];
}

function ListOf({ place }: { place: Place }) {
  const { words, count } = useSpeech();
  const { listing } = useView();
  const { view } = useListView();
  const [folding, setFolding] = useState(nothingFolded);
  const isTrash = place.at === 'trash';
  const kinds = kindsOf(place);
  const library: Library = place.at === 'library' ? place.library : 'own';
  const question = { kinds, library, trashed: isTrash, ...listing, where: [...listing.where] };
  const shown = { question, by: view.groupBy, folding };
  const list = useLines(shown);
  const name = nameOf(words, place);
  const found = list.first?.records ?? 0;
  const isEmpty = !list.isLoading && list.failure === undefined && list.total === 0;
  const isNarrowed = listing.where.length > 0 || listing.words !== '';
  return (
    <section className={styles.pane} aria-label={words.records.listOf(name)} data-pane>
      {/* Nothing is said before it is known: a moment of "0" startles whoever has ten thousand. */}
      <PaneHeader title={name} note={list.first && words.records.count(count(found))}>
        {isTrash && <EmptyTrash total={isNarrowed ? 0 : found} />}
        <FilterButton kinds={kinds} library={library} trashed={isTrash} />
        <SortMenu />
        <ViewMenu
          question={question}
          onFoldAll={(isFolded) => setFolding({ isFolded, except: [] })}
        />
      </PaneHeader>
      {isTrash && <TrashSearch />}
      <FilterChips />
      {list.failure !== undefined && (
        <div className={styles.failure}>
          <FailureNotice failure={list.failure} />
        </div>
      )}
      {isEmpty ? (
        <div className={styles.list}>
          <EmptyList place={place} name={name} isFiltered={isNarrowed} />
        </div>
      ) : (
        <RecordLines
          label={words.records.listOf(name)}
          shown={shown}
          lines={list}
          showsKind={
            isTrash || place.at === 'library' || (place.at === 'records' && place.kind === 'all')
          }
          onFold={(code) => setFolding((before) => toggled(before, code))}
        />
      )}
      <ChosenBar />
    </section>
  );
}

function EmptyList({
  place,
  name,
  isFiltered,
}: {
  place: Place;
  name: string;
  isFiltered: boolean;
}) {
  const { fields, inbox, records } = useSpeech().words;
  const { go, show, setListing } = useView();
  if (isFiltered) {
    return (
      <EmptyPlace title={fields.nothingLeft} text={fields.nothingLeftText}>
        <Button variant="default" onClick={() => setListing({ where: [], words: '' })}>
          {fields.clearFilters}
        </Button>
      </EmptyPlace>
    );
  }
  if (place.at === 'trash') {
    return (
      <EmptyPlace
        icon={placeIcons.trash}
        title={records.emptyTrash}
        text={records.emptyTrashText}
      />
    );
  }
  if (place.at === 'library') {
    return (
      <EmptyPlace
        icon={placeIcons[place.library]}
        title={inbox.emptyLibrary[place.library]}
        text={inbox.emptyLibraryText[place.library]}
      >
        <Button variant="default" onClick={() => go({ at: 'inbox' })}>
          {inbox.title}
        </Button>
      </EmptyPlace>
    );
  }
  const isPrecedents = place.at === 'records' && place.kind === 'precedent';
  const importButton = (
    <Button variant="default" onClick={() => show('import')}>
      {records.importFiles}
    </Button>
  );
  if (isPrecedents) {
    return (
      <EmptyPlace
        icon={kindIcons.precedent}
        title={records.emptyPrecedents}
        text={records.emptyPrecedentsText}
      >
        {importButton}
      </EmptyPlace>
    );
  }
  return (
    <EmptyPlace
      title={records.emptyTitle(place.at === 'records' && place.kind === 'all' ? '' : name)}
      text={records.emptyText}
    >
      <Button onClick={() => show('new-record')}>{records.newRecord}</Button>
      {importButton}
      {place.at === 'records' && place.kind === 'all' && <SampleOffer />}
    </EmptyPlace>
  );
}
