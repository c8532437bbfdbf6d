import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { PrecedentReport, PrecedentSearch } from '../../shared/contract/precedent-reports.ts';
import { formatInstant } from '../../shared/i18n/format.ts';
import { failureOf } from '../api/client.ts';
import { callCommand, useCommand } from '../api/use-command.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './precedent-reports.module.css';
import { SearchFields } from './search-fields.tsx';

type Props = { report: PrecedentReport; onRun: () => void };

/** The searches of a report, each to be changed, taken out, or added to. */
export function SearchCards({ report, onRun }: Props) {
  const { precedentReports } = useSpeech().words;
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      {report.searches.length === 0 && !isAdding && (
        <p className={styles.faint}>{precedentReports.noSearches}</p>
      )}
      <ul className={styles.cards}>
        {report.searches.map((search) => (
          <SearchCard key={search.id} report={report} search={search} onRun={onRun} />
        ))}
        {isAdding && <NewSearch report={report} onRun={onRun} onDone={() => setAdding(false)} />}
      </ul>
      {!isAdding && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {precedentReports.add}
        </Button>
      )}
    </>
  );
}

type CardProps = Props & { search: PrecedentSearch };

function SearchCard({ report, search, onRun }: CardProps) {
  const { precedentReports, searchPurposes } = useSpeech().words;
  const notices = useNotices();
  const [fields, setFields] = useState(search);
  const saving = useCommand('precedentReports.saveSearch');
  const { purpose, query, kinds } = fields;
  const isChanged =
    query.trim() !== search.query || JSON.stringify(kinds) !== JSON.stringify(search.kinds);
  const save = async (next: Partial<PrecedentSearch> = {}) => {
    const wanted = { purpose, query, kinds, ...next };
    if (wanted.query.trim() === '' || (!isChanged && next.kinds === undefined)) return true;
    return (await saving.run({ reportId: report.id, id: search.id, ...wanted })) !== undefined;
  };
  const remove = async () => {
    try {
      await callCommand('precedentReports.removeSearch', { reportId: report.id, id: search.id });
      notices.say(precedentReports.removed, {
        label: precedentReports.undo,
        run: () => void saving.run({ reportId: report.id, id: null, purpose, query, kinds }),
      });
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  return (
    <li className={styles.card}>
      <SearchFields
        search={fields}
        onChange={(change) => {
          setFields((before) => ({ ...before, ...change }));
          if (change.kinds !== undefined) void save(change);
        }}
        onBlur={() => void save()}
        onEnter={() => {
          void save().then((isSaved) => isSaved && onRun());
        }}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        className={styles.remove ?? ''}
        aria-label={precedentReports.remove(searchPurposes[purpose])}
        title={precedentReports.remove(searchPurposes[purpose])}
        onClick={() => void remove()}
      >
        <IconX size={14} stroke={1.75} aria-hidden />
      </ActionIcon>
      <RanAt search={search} isChanged={isChanged} />
      {saving.failure !== undefined && <FailureNotice failure={saving.failure} />}
    </li>
  );
}

function RanAt({ search, isChanged }: { search: PrecedentSearch; isChanged: boolean }) {
  const { words, count } = useSpeech();
  const { precedentReports } = words;
  const { ranAt, total, isExact, searched, listed } = search;
  if (ranAt === null || isChanged) {
    return <p className={styles.ran}>{precedentReports.notRun}</p>;
  }
  const found = isExact ? count(total) : precedentReports.atLeast(count(total));
  return (
    <p className={styles.ran}>
      {precedentReports.ranAt(formatInstant(ranAt), found, count(searched))}
      {total > listed && ` · ${precedentReports.listedOf(count(listed))}`}
    </p>
  );
}

type NewProps = Props & { onDone: () => void };

function NewSearch({ report, onRun, onDone }: NewProps) {
  const [search, setSearch] = useState<Pick<PrecedentSearch, 'purpose' | 'query' | 'kinds'>>({
    purpose: 'other',
    query: '',
    kinds: [],
  });
  const saving = useCommand('precedentReports.saveSearch');
  const [isKept, setKept] = useState(false);
  const save = async (): Promise<boolean> => {
    if (isKept || search.query.trim() === '') return false;
    setKept(true);
    const made = await saving.run({ reportId: report.id, id: null, ...search });
    if (made === undefined) setKept(false);
    else onDone();
    return made !== undefined;
  };
  return (
    <li className={styles.card}>
      <SearchFields
        search={search}
        hasFocus
        onChange={(change) => setSearch((before) => ({ ...before, ...change }))}
        onEnter={() => {
          void save().then((isSaved) => isSaved && onRun());
        }}
        onBlur={() => {
          if (search.query.trim() === '') return;
          void save();
        }}
      />
      {saving.failure !== undefined && <FailureNotice failure={saving.failure} />}
    </li>
  );
}
