import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RecordKind } from '../../shared/contract/records.ts';
import { ownKinds } from '../app/navigation.tsx';
import { useView, type Place } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import type { Words } from '../../shared/i18n/index.ts';
import { SampleOffer } from '../samples/sample-offer.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { kindIcons, placeIcons } from '../ui/kind-icons.ts';
import { PaneHeader } from '../ui/pane-header.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { ChosenBar } from './listing/chosen-bar.tsx';
import { EmptyTrash } from './listing/empty-trash.tsx';
import { FilterButton } from './listing/filter-button.tsx';
import { FilterChips } from './listing/filter-chips.tsx';
import { SortMenu } from './listing/sort-menu.tsx';
import { useChoosing } from './listing/use-choosing.ts';
import styles from './record-list.module.css';
import { RecordRow, ROW_HEIGHT } from './record-row.tsx';
import { useRecords } from './use-records.ts';

/** The list pane: the records of the chosen kind, or the trash. */
export function RecordList() {
  const { place } = useView();
  return <ListOf key={JSON.stringify(place)} place={place} />;
}

const rowHeight = () => ROW_HEIGHT;

function kindsOf(place: Place): RecordKind[] {
  if (place.at !== 'records') return [];
  return place.kind === 'all' ? ownKinds : [place.kind];
}

function nameOf(words: Words, place: Place): string {
  if (place.at !== 'records') return words.records.trash;
  return place.kind === 'all' ? words.records.all : words.kinds[place.kind];
}

function ListOf({ place }: { place: Place }) {
  const { words, count } = useSpeech();
  const { opened, open, listing, chosen } = useView();
  const isTrash = place.at === 'trash';
  const kinds = kindsOf(place);
  const question = { kinds, trashed: isTrash, ...listing, where: [...listing.where] };
  const list = useRecords(question);
  const choosing = useChoosing(question);
  const [active, setActive] = useState(-1);
  const name = nameOf(words, place);
  const isEmpty = !list.isLoading && list.failure === undefined && list.total === 0;
  const showsKind = isTrash || (place.at === 'records' && place.kind === 'all');
  return (
    <section className={styles.pane} aria-label={words.records.listOf(name)} data-pane>
      <PaneHeader title={name} note={words.records.count(count(list.total))}>
        {isTrash ? (
          <EmptyTrash total={listing.where.length === 0 ? list.total : 0} />
        ) : (
          <FilterButton kinds={kinds} />
        )}
        <SortMenu />
      </PaneHeader>
      <FilterChips />
      {list.failure !== undefined && (
        <div className={styles.failure}>
          <FailureNotice failure={list.failure} />
        </div>
      )}
      <div className={styles.list}>
        {isEmpty ? (
          <EmptyList place={place} name={name} isFiltered={listing.where.length > 0} />
        ) : (
          <VirtualList
            label={words.records.listOf(name)}
            count={list.total}
            itemAt={list.itemAt}
            rowHeight={rowHeight}
            renderRow={(record) => (
              <RecordRow
                record={record}
                isOpen={chosen.size === 0 && opened?.id === record.id}
                isChosen={chosen.has(record.id)}
                showsKind={showsKind}
              />
            )}
            active={active}
            onActive={setActive}
            choosing={{ ...choosing, chooseAll: () => choosing.chooseAll(list.total) }}
            isSelected={(record) =>
              chosen.size > 0 ? chosen.has(record.id) : opened?.id === record.id
            }
            onOpen={({ id }) => open({ id, terms: [], section: null })}
            onVisible={list.want}
          />
        )}
      </div>
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
  const { fields, records } = useSpeech().words;
  const { show, setListing } = useView();
  if (isFiltered) {
    return (
      <EmptyPlace title={fields.nothingLeft} text={fields.nothingLeftText}>
        <Button variant="default" onClick={() => setListing({ where: [] })}>
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
