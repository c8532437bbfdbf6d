import { Checkbox, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { RecordId } from '../../shared/contract/records.ts';
import { ownKinds } from '../app/navigation.tsx';
import { call } from '../api/client.ts';
import { usePages, type PageOf } from '../api/use-pages.ts';
import { useSpeech } from '../app/words.tsx';
import { ApprovalNotice } from '../review/approval-notice.tsx';
import { useUnapproved } from '../review/use-unapproved.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import type { Chosen } from './export-dialog.tsx';
import { ExportStep } from './export-step.tsx';
import styles from './export.module.css';

type Props = {
  chosen: ReadonlyMap<RecordId, Chosen>;
  onChange: (chosen: ReadonlyMap<RecordId, Chosen>) => void;
  /** Something else may go without any. */
  isOptional?: boolean;
  onNext: () => void;
  onClose: () => void;
};
const ROW = 40;
const rowHeight = () => ROW;

/** The first step: own records, chosen one by one. Found by search where there are many. */
export function ExportRecords({ chosen, onChange, isOptional = false, onNext, onClose }: Props) {
  const { words, count } = useSpeech();
  const { kinds, packs } = words;
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const [query] = useDebouncedValue(typed.trim(), 150);
  const list = useCandidates(query);
  const approval = useUnapproved([...chosen.keys()]);
  const toggle = (record: Chosen) => {
    const next = new Map(chosen);
    if (!next.delete(record.id)) next.set(record.id, record);
    onChange(next);
  };
  return (
    <ExportStep
      step={0}
      isReady={chosen.size === 0 ? isOptional : approval.isReady}
      onNext={onNext}
      onClose={onClose}
    >
      <div className={styles.picker}>
        <TextInput
          aria-label={packs.filterRecords}
          placeholder={packs.filterRecords}
          leftSection={<IconSearch size={15} stroke={1.75} aria-hidden />}
          value={typed}
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter in the filter does not go on to the next step.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
        {list.failure !== undefined && <FailureNotice failure={list.failure} />}
        <div className={styles.list}>
          {!list.isLoading && list.failure === undefined && list.total === 0 && (
            <p className={styles.none}>{query === '' ? packs.noneToChoose : packs.noneFound}</p>
          )}
          <VirtualList
            label={packs.chooseRecords}
            count={list.total}
            itemAt={list.itemAt}
            rowHeight={rowHeight}
            isMultiple
            renderRow={(record) => (
              <div className={styles.row}>
                <Checkbox.Indicator checked={chosen.has(record.id)} size="sm" />
                <span className={styles.title}>{record.title}</span>
                <span className={styles.kind}>{kinds[record.kind]}</span>
              </div>
            )}
            active={active}
            onActive={setActive}
            isSelected={(record) => chosen.has(record.id)}
            onOpen={toggle}
            onVisible={list.want}
          />
        </div>
        <p className={styles.count} role="status">
          {chosen.size === 0 ? packs.selectedNone : packs.selected(count(chosen.size))}
          {chosen.size === 0 && isOptional && ` · ${words.guidance.noRecordsHint}`}
        </p>
        <ApprovalNotice state={approval} />
      </div>
    </ExportStep>
  );
}

function useCandidates(query: string) {
  return usePages<Chosen, PageOf<Chosen>>(query, async (offset, limit) => {
    if (query === '') return call('records.list', { kinds: ownKinds, offset, limit });
    const found = await call('search.find', {
      query,
      kinds: ownKinds,
      where: [{ list: 'library', codes: ['own'] }],
      offset,
      limit,
    });
    return {
      total: found.total,
      items: found.hits.map(({ id, kind, title }) => ({
        id,
        kind,
        title: title.map(({ text }) => text).join(''),
      })),
    };
  });
}
