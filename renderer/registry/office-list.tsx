import { Button, Menu, Select, UnstyledButton } from '@mantine/core';
import { IconBuildingBank, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallOutput, CheckedInput } from '../../shared/contract/index.ts';
import {
  OfficeBatch,
  OfficeLevel,
  RegionCode,
  RegistryOrder,
  type RegistryId,
  type RegistryOffice,
} from '../../shared/contract/registry.ts';
import { call } from '../api/client.ts';
import { usePages } from '../api/use-pages.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { FindBox } from '../sources/find-box.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PaneHeader } from '../ui/pane-header.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { CardSuggestions } from './card-suggestions.tsx';
import { OFFICE_ROW_HEIGHT, OfficeRow } from './office-row.tsx';
import { regionChoices } from './region-choices.ts';
import styles from './registry.module.css';
import { RegistryMenu } from './registry-menu.tsx';
import { SampleOffices } from './sample-offices.tsx';

type Question = Omit<CheckedInput<'registry.list'>, 'limit' | 'offset'>;
const allOf: Question = { text: '', regions: [], levels: [], batches: [], order: 'region' };
const rowHeight = () => OFFICE_ROW_HEIGHT;

type Props = {
  opened: RegistryId | null;
  onOpen: (id: RegistryId) => void;
  onAdd: () => void;
  onImport: () => void;
};

/** The list pane of the registry. */
export function OfficeList({ opened, onOpen, onAdd, onImport }: Props) {
  const { words, count } = useSpeech();
  const { registry } = words;
  const [question, setQuestion] = useState(allOf);
  const [active, setActive] = useState(-1);
  const list = usePages<RegistryOffice, CallOutput<'registry.list'>>(
    JSON.stringify(question),
    (offset, limit) => call('registry.list', { ...question, offset, limit }),
  );
  const ask = (change: Partial<Question>) => {
    setQuestion((before) => ({ ...before, ...change }));
    setActive(-1);
  };
  const isFiltered = JSON.stringify({ ...question, order: 'region' }) !== JSON.stringify(allOf);
  const isEmpty = !list.isLoading && list.failure === undefined && list.total === 0;
  return (
    <section className={styles.pane} aria-label={registry.listOf} data-pane>
      <PaneHeader title={registry.title} note={list.first && registry.count(count(list.total))}>
        <OrderMenu value={question.order} onChange={(order) => ask({ order })} />
        <RegistryMenu onImport={onImport} />
      </PaneHeader>
      <div className={styles.filters}>
        <div className={styles.findLine}>
          <FindBox label={registry.find} onFind={(text) => ask({ text })} />
          <Button size="compact-md" variant="default" fz={13} h={32} onClick={onAdd}>
            {registry.add}
          </Button>
        </div>
        <Filters question={question} ask={ask} />
      </div>
      <CardSuggestions onOpen={onOpen} />
      {list.failure !== undefined && <FailureNotice failure={list.failure} />}
      <div className={styles.list}>
        {isEmpty && isFiltered && (
          <EmptyPlace
            icon={IconBuildingBank}
            title={registry.nothing}
            text={registry.nothingText}
          />
        )}
        {isEmpty && !isFiltered && (
          <EmptyPlace icon={IconBuildingBank} title={registry.empty} text={registry.emptyText}>
            <Button onClick={onImport}>{registry.importFile}</Button>
            <SampleOffices />
          </EmptyPlace>
        )}
        {!isEmpty && (
          <VirtualList
            label={registry.listOf}
            count={list.total}
            itemAt={list.itemAt}
            rowHeight={rowHeight}
            renderRow={(office) => <OfficeRow office={office} isOpen={office.id === opened} />}
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

function Filters({ question, ask }: Ask) {
  const { words, language, count } = useSpeech();
  const { registry } = words;
  const counts = useQuery('registry.counts', {}).data;
  const numbered = (label: string, number: number | undefined) => `${label} ${count(number ?? 0)}`;
  const batches = [...OfficeBatch.options, 'none'] as const;
  return (
    <>
      <Select
        size="xs"
        searchable
        aria-label={registry.fields.region}
        placeholder={registry.everyRegion}
        clearable
        clearButtonProps={{ 'aria-label': registry.everyRegion }}
        data={regionChoices(language).map(({ value, label }) => ({
          value,
          label: numbered(label, counts?.byRegion[value]),
        }))}
        value={question.regions[0] ?? null}
        onChange={(code) => ask({ regions: code === null ? [] : [RegionCode.parse(code)] })}
      />
      <Select
        size="xs"
        aria-label={registry.fields.batches}
        placeholder={registry.everyBatch}
        clearable
        clearButtonProps={{ 'aria-label': registry.everyBatch }}
        data={batches.map((value) => ({
          value,
          label: numbered(
            value === 'none' ? registry.noBatch : registry.batches[value],
            counts?.byBatch[value],
          ),
        }))}
        value={question.batches[0] ?? null}
        onChange={(code) => ask({ batches: batches.filter((batch) => batch === code) })}
      />
      <Select
        size="xs"
        aria-label={registry.fields.level}
        placeholder={registry.everyLevel}
        clearable
        clearButtonProps={{ 'aria-label': registry.everyLevel }}
        data={OfficeLevel.options.map((value) => ({
          value,
          label: numbered(registry.levels[value], counts?.byLevel[value]),
        }))}
        value={question.levels[0] ?? null}
        onChange={(code) => ask({ levels: code === null ? [] : [OfficeLevel.parse(code)] })}
      />
      <Select
        size="xs"
        aria-label={registry.cards}
        placeholder={registry.everyCard}
        clearable
        clearButtonProps={{ 'aria-label': registry.everyCard }}
        data={[
          { value: 'with', label: registry.withCard },
          { value: 'without', label: numbered(registry.withoutCard, counts?.unlinked) },
        ]}
        value={question.isLinked === undefined ? null : question.isLinked ? 'with' : 'without'}
        onChange={(choice) => ask({ isLinked: choice === null ? undefined : choice === 'with' })}
      />
    </>
  );
}

function OrderMenu({
  value,
  onChange,
}: {
  value: Question['order'];
  onChange: (order: Question['order']) => void;
}) {
  const { registry } = useSpeech().words;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <UnstyledButton className={styles.sort} aria-label={registry.sort + registry.orders[value]}>
          {registry.orders[value]}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {RegistryOrder.options.map((order) => (
          <Menu.Item
            key={order}
            aria-current={order === value || undefined}
            rightSection={
              order === value ? <IconCheck size={15} stroke={1.75} aria-hidden /> : null
            }
            onClick={() => onChange(order)}
          >
            {registry.orders[order]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
