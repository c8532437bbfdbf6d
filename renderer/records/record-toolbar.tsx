import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconCopy,
  IconFileExport,
  IconListSearch,
  IconTrash,
  IconTypography,
  IconX,
} from '@tabler/icons-react';
import type { FullRecord } from '../../shared/contract/records.ts';
import { callCommand } from '../api/use-command.ts';
import { call, failureOf } from '../api/client.ts';
import { flushAll } from '../app/flush.ts';
import { useNotices } from '../app/notices.tsx';
import { usePreferences } from '../app/preferences.tsx';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { OutlineButton } from '../editor/outline/outline-button.tsx';
import { BackButton } from '../links/back-button.tsx';
import { kindIcons } from '../ui/kind-icons.ts';
import header from '../ui/pane-header.module.css';
import { isReadOnly } from './is-read-only.ts';
import styles from './record-pane.module.css';

/** Leaves room for the word that says it is a copy. */
const LONGEST_BASE = 480;

type Props = {
  record: FullRecord;
  /** Shown when the title itself is out of sight; empty otherwise. */
  title: string;
};

/** What another office submitted is worked on as a copy, once it was adopted. */
const isAdopted = ({ library, provenance }: FullRecord) =>
  library === 'received' && provenance?.state === 'adopted';

/** What kind of record this is, and what can be done with it as a whole. */
export function RecordToolbar({ record, title }: Props) {
  const { documents, fields, kinds, listing, precedentReports, records } = useWords();
  const { preferences, setPreferences } = usePreferences();
  const notices = useNotices();
  const { close, go, open, setChosen, show } = useView();
  const KindIcon = kindIcons[record.kind];
  const isPaper = preferences.reading === 'paper';
  const readingLabel = isPaper ? records.showScreen : records.showPaper;

  const duplicate = async () => {
    try {
      await flushAll();
      const { id, title: latest } = await call('records.get', { id: record.id });
      const copy = fields.duplicateTitle(latest.slice(0, LONGEST_BASE));
      const made = await callCommand('records.duplicate', { id, title: copy });
      if (isAdopted(record)) go({ at: 'records', kind: 'all' });
      open({ id: made.id, terms: [], section: null });
      notices.say(fields.duplicated);
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  const searchPrecedents = async () => {
    // The page reads the record from the store.
    await flushAll();
    const isReport = record.kind === 'precedent-search-report';
    go(
      isReport
        ? { at: 'precedent-report', id: record.id }
        : { at: 'precedent-offer', recordId: record.id },
    );
  };
  const trash = async () => {
    try {
      await flushAll();
      await callCommand('records.trash', { ids: [record.id] });
      close();
      notices.say(records.movedToTrash(record.title), {
        label: records.undo,
        run: () => {
          callCommand('records.restore', { ids: [record.id] }).catch((error: unknown) =>
            notices.fail(failureOf(error)),
          );
        },
      });
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  return (
    <div className={header.header} role="toolbar" aria-label={records.position}>
      <BackButton recordId={record.id} />
      <span className={styles.kind}>
        <KindIcon size={17} stroke={1.5} aria-hidden />
        {kinds[record.kind]}
      </span>
      {isReadOnly(record) && <span className={styles.badge}>{records.readOnly}</span>}
      <span className={styles.where} aria-hidden>
        {title}
      </span>
      <OutlineButton />
      <Tooltip label={readingLabel}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={readingLabel}
          onClick={() => setPreferences({ reading: isPaper ? 'screen' : 'paper' })}
        >
          <IconTypography size={18} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {record.trashedAt === null && !isReadOnly(record) && (
        <Tooltip label={`${precedentReports.open}：${precedentReports.openHint}`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={precedentReports.open}
            onClick={() => void searchPrecedents()}
          >
            <IconListSearch size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {record.trashedAt === null && !isReadOnly(record) && (
        <Tooltip label={`${documents.title}：${documents.hint}`}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={documents.title}
            onClick={() => {
              // This record, whatever is chosen in the list.
              setChosen(new Map());
              show('document');
            }}
          >
            <IconFileExport size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {record.trashedAt === null && (!isReadOnly(record) || isAdopted(record)) && (
        <Tooltip label={fields.duplicate}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={fields.duplicate}
            onClick={duplicate}
          >
            <IconCopy size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {record.trashedAt === null && record.library === 'own' && (
        <Tooltip label={records.moveToTrash}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={records.moveToTrash}
            onClick={trash}
          >
            <IconTrash size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {preferences.listView.density === 'table' && (
        <Tooltip label={listing.closeRecord}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={listing.closeRecord}
            onClick={close}
          >
            <IconX size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
