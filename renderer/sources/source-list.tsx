import { Button, Menu, Select, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconBook2, IconCheck, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { CheckedInput } from '../../shared/contract/index.ts';
import { SourceOrder, type SourceId } from '../../shared/contract/sources.ts';
import { SourceType } from '../../shared/sources/csl-item.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PaneHeader } from '../ui/pane-header.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { FindBox } from './find-box.tsx';
import { ROW_HEIGHT, SourceRow } from './source-row.tsx';
import { typeName } from './source-words.ts';
import styles from './sources.module.css';
import { SourcesMenu } from './sources-menu.tsx';
import { useSources } from './use-sources.ts';

type Question = Omit<CheckedInput<'sources.list'>, 'limit' | 'offset'>;
const rowHeight = () => ROW_HEIGHT;
const allOf: Question = {
  trashed: false,
  text: '',
  types: [],
  order: 'changed',
  isDescending: true,
};

type Props = { opened: SourceId | null; onOpen: (id: SourceId | null) => void; onAdd: () => void };

/** The list pane of the library of sources. */
export function SourceList({ opened, onOpen, onAdd }: Props) {
  const { words, count } = useSpeech();
  const { sources } = words;
  const [question, setQuestion] = useState(allOf);
  const [active, setActive] = useState(-1);
  const list = useSources(question);
  const ask = (change: Partial<Question>) => {
    setQuestion((before) => ({ ...before, ...change }));
    setActive(-1);
  };
  const isEmpty = !list.isLoading && list.failure === undefined && list.total === 0;
  const isFiltered = question.text !== '' || question.types.length > 0;
  const name = question.trashed ? `${sources.title} · ${sources.showTrash}` : sources.title;
  return (
    <section className={styles.pane} aria-label={sources.listOf} data-pane>
      <PaneHeader title={name} note={list.first && sources.count(count(list.total))}>
        <SortMenu question={question} ask={ask} />
        <SourcesMenu isTrash={question.trashed} onTrash={(trashed) => ask({ ...allOf, trashed })} />
      </PaneHeader>
      <div className={styles.filters}>
        <FindBox
          key={String(question.trashed)}
          label={sources.find}
          onFind={(text) => ask({ text })}
        />
        <TypeFilter value={question.types[0] ?? null} onChange={(types) => ask({ types })} />
        {!question.trashed && (
          <Button size="compact-md" variant="default" fz={13} h={30} onClick={onAdd}>
            {sources.add}
          </Button>
        )}
      </div>
      {list.failure !== undefined && <FailureNotice failure={list.failure} />}
      <div className={styles.list}>
        {isEmpty ? (
          <EmptyList isFiltered={isFiltered} isTrash={question.trashed} onAdd={onAdd} />
        ) : (
          <VirtualList
            label={sources.listOf}
            count={list.total}
            itemAt={list.itemAt}
            rowHeight={rowHeight}
            renderRow={(source) => <SourceRow source={source} isOpen={source.id === opened} />}
            active={active}
            onActive={setActive}
            isSelected={({ id }) => id === opened}
            onOpen={({ id }) => onOpen(id)}
            onVisible={list.want}
          />
        )}
      </div>
    </section>
  );
}

type Ask = { question: Question; ask: (change: Partial<Question>) => void };

function SortMenu({ question, ask }: Ask) {
  const { sources } = useSpeech().words;
  const Arrow = question.isDescending ? IconArrowDown : IconArrowUp;
  const choices = SourceOrder.options.flatMap((order) => {
    const natural = order === 'changed' || order === 'year';
    return [natural, !natural].map((isDescending) => ({ order, isDescending }));
  });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={styles.sort}
          aria-label={`${sources.sort}${sources.order[question.order]}`}
        >
          {sources.order[question.order]}
          <Arrow size={13} stroke={1.75} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ order, isDescending }) => {
          const isOn = order === question.order && isDescending === question.isDescending;
          const way = isDescending ? sources.backward : sources.forward;
          return (
            <Menu.Item
              key={`${order} ${String(isDescending)}`}
              aria-current={isOn || undefined}
              rightSection={isOn ? <IconCheck size={15} stroke={1.75} aria-hidden /> : null}
              onClick={() => ask({ order, isDescending })}
            >
              {`${sources.order[order]} · ${way}`}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Only the types that there are. */
function TypeFilter({
  value,
  onChange,
}: {
  value: SourceType | null;
  onChange: (types: SourceType[]) => void;
}) {
  const { words, count } = useSpeech();
  const byType = useQuery('sources.counts', {}).data?.byType ?? {};
  const types = SourceType.options.filter((type) => (byType[type] ?? 0) > 0 || type === value);
  return (
    <Select
      size="xs"
      className={styles.typeFilter ?? ''}
      aria-label={words.sources.type}
      placeholder={words.sources.everyType}
      data={types.map((type) => ({
        value: type,
        label: `${typeName(words, type)} ${count(byType[type] ?? 0)}`,
      }))}
      value={value}
      clearable
      clearButtonProps={{ 'aria-label': words.sources.everyType }}
      onChange={(type) => onChange(type === null ? [] : [SourceType.parse(type)])}
    />
  );
}

function EmptyList({
  isFiltered,
  isTrash,
  onAdd,
}: {
  isFiltered: boolean;
  isTrash: boolean;
  onAdd: () => void;
}) {
  const { sources } = useSpeech().words;
  if (isFiltered) {
    return <EmptyPlace icon={IconBook2} title={sources.nothing} text={sources.nothingText} />;
  }
  if (isTrash) {
    return <EmptyPlace icon={IconTrash} title={sources.emptyTrash} text={sources.emptyTrashText} />;
  }
  return (
    <EmptyPlace icon={IconBook2} title={sources.empty} text={sources.emptyText}>
      <Button onClick={onAdd}>{sources.add}</Button>
    </EmptyPlace>
  );
}
