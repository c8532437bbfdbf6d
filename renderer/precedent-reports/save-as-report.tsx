import { ActionIcon, Button, Checkbox, Select, TextInput, Tooltip } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { RecordId, RecordKind } from '../../shared/contract/records.ts';
import type { FacetFilter } from '../../shared/contract/search.ts';
import { wordsOf } from '../../shared/i18n/index.ts';
import { templates } from '../../shared/templates/index.ts';
import { useCommand } from '../api/use-command.ts';
import { useJob } from '../api/use-job.ts';
import { useQuery } from '../api/use-query.ts';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { useDocumentStatus } from '../records/document-status.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { filtersToQuery } from './filters-to-query.ts';
import styles from './precedent-reports.module.css';
import { SearchFields } from './search-fields.tsx';

type Question = { query: string; kinds: RecordKind[]; where: FacetFilter[] };
const NEW = 'new';

/** Notes what is searched for in a report: a new one, for the open record if it is one's own, or one that is there. */
export function SaveAsReport({ question }: { question: Question }) {
  const { precedentReports } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Tooltip label={precedentReports.saveAs}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={precedentReports.saveAs}
          onClick={() => setOpen(true)}
        >
          <IconListSearch size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {isOpen && <SaveDialog question={question} onClose={() => setOpen(false)} />}
    </>
  );
}

type Props = { question: Question; onClose: () => void };

function SaveDialog({ question, onClose }: Props) {
  const { app, precedentReports } = useWords();
  const { go, opened } = useView();
  const { items = [] } = useQuery('precedentReports.list', {}, { isLive: false }).data ?? {};
  const record = useDocumentStatus()?.record;
  const matter =
    record?.id === opened?.id && record !== undefined && isOwn(record.kind) ? record : null;
  const [search, setSearch] = useState({
    purpose: 'other' as const,
    query: filtersToQuery(question.query, question.where, wordsOf('zh-CN')),
    kinds: question.kinds,
  });
  const [into, setInto] = useState<string>(NEW);
  const [isForMatter, setForMatter] = useState(matter !== null);
  const [title, setTitle] = useState(
    `${matter?.title ?? ''}${wordsOf('zh-CN').kinds['precedent-search-report']}`,
  );
  const create = useCommand('precedentReports.create');
  const add = useCommand('precedentReports.saveSearch');
  const run = useJob('precedentReports.run');
  const isReady = search.query.trim() !== '' && (into !== NEW || title.trim() !== '');
  const isBusy = create.isRunning || add.isRunning;
  const save = async (): Promise<RecordId | undefined> => {
    const there = items.find(({ id }) => id === into)?.id;
    if (there === undefined) {
      const matterId = isForMatter ? (matter?.id ?? null) : null;
      return (await create.run({ matterId, title, searches: [search] }))?.id;
    }
    const made = await add.run({ reportId: there, id: null, ...search });
    return made === undefined ? undefined : there;
  };
  const submit = async () => {
    if (!isReady || isBusy) return;
    const id = await save();
    if (id === undefined) return;
    onClose();
    go({ at: 'precedent-report', id });
    void run.start({ id, isRefresh: false });
  };
  const failure = create.failure ?? add.failure;
  return (
    <Dialog
      title={precedentReports.saveAs}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" disabled={!isReady} loading={isBusy}>
            {precedentReports.saveNow}
          </Button>
        </>
      }
    >
      {failure !== undefined && <FailureNotice failure={failure} />}
      <p className={styles.faint}>{precedentReports.saveAsText}</p>
      <div className={styles.card}>
        <SearchFields
          search={search}
          onChange={({ query, kinds: where }) =>
            setSearch((before) => ({
              ...before,
              query: query ?? before.query,
              kinds: where ?? before.kinds,
            }))
          }
          onEnter={() => void submit()}
        />
      </div>
      <Select
        label={precedentReports.into}
        value={into}
        allowDeselect={false}
        data={[
          { value: NEW, label: precedentReports.newReport },
          ...items.map(({ id, title: name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => setInto(value ?? NEW)}
      />
      {into === NEW && (
        <>
          <TextInput
            label={precedentReports.reportTitle}
            value={title}
            maxLength={500}
            data-autofocus
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          {matter !== null && (
            <Checkbox
              label={precedentReports.forMatter(matter.title)}
              checked={isForMatter}
              onChange={(event) => setForMatter(event.currentTarget.checked)}
            />
          )}
        </>
      )}
    </Dialog>
  );
}

function isOwn(kind: RecordKind): boolean {
  return !templates[kind].isReadOnly && kind !== 'precedent-search-report';
}
