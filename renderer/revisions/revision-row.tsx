import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowsDiff, IconPencil, IconSend } from '@tabler/icons-react';
import type { RecordId } from '../../shared/contract/records.ts';
import type { Revision } from '../../shared/contract/revisions.ts';
import { formatTime } from '../../shared/i18n/format.ts';
import { flushAll } from '../app/flush.ts';
import { useSpeech } from '../app/words.tsx';
import styles from './history.module.css';
import { compareRevision, type ShownRevision } from './shown-revision.ts';
import { useRevisionName } from './use-revision-name.ts';

type Props = {
  recordId: RecordId;
  revision: Revision;
  /** What is on the screen already, for another one to be compared with. */
  shown: ShownRevision | null;
  onRename: () => void;
};

/** One revision: when, why, under what name, how much. Pressing it compares it with the present text. */
export function RevisionRow({ recordId, revision, shown, onRename }: Props) {
  const { words, count } = useSpeech();
  const { revisions, revisionReasons } = words;
  const nameOf = useRevisionName();
  const { name, reason, restoredFrom, packs } = revision;
  const isShown =
    shown !== null &&
    (shown.before.id === revision.id || (shown.after !== 'now' && shown.after.id === revision.id));
  const why =
    restoredFrom === null ? revisionReasons[reason] : revisions.restoredFrom(String(restoredFrom));
  const compare = async (other?: Revision) => {
    // What it is compared with is what is on the screen.
    await flushAll();
    compareRevision(recordId, revision, other);
  };
  return (
    <li className={styles.item} data-shown={isShown || undefined}>
      <UnstyledButton
        className={styles.open}
        aria-current={isShown || undefined}
        onClick={() => void compare()}
      >
        <span className={styles.line}>
          <time className={styles.time}>{formatTime(revision.writtenAt)}</time>
          <span className={styles.what} data-named={name !== null || undefined}>
            {name ?? why}
          </span>
        </span>
        <span className={styles.facts}>
          {`${nameOf(revision)} · ${revisions.characters(count(revision.characters))} · ${changeOf()}`}
        </span>
        {packs.map(({ packId, sequence, recipientName }) => (
          <span key={packId} className={styles.sent}>
            <IconSend size={12} stroke={1.75} aria-hidden />
            {revisions.sent(String(sequence), recipientName)}
          </span>
        ))}
      </UnstyledButton>
      {shown !== null && !isShown && (
        <RowAction
          label={revisions.compareOther(String(shown.before.number))}
          onClick={() => void compare(shown.before)}
        >
          <IconArrowsDiff size={15} stroke={1.5} aria-hidden />
        </RowAction>
      )}
      <RowAction label={`${revisions.rename} ${nameOf(revision)}`} onClick={onRename}>
        <IconPencil size={15} stroke={1.5} aria-hidden />
      </RowAction>
    </li>
  );

  function changeOf(): string {
    const { added, removed } = revision;
    if (added === 0 && removed === 0) return revisions.unchangedText;
    return [
      ...(added > 0 ? [revisions.added(count(added))] : []),
      ...(removed > 0 ? [revisions.removed(count(removed))] : []),
    ].join(' ');
  }
}

function RowAction(props: { label: string; onClick: () => void; children: React.ReactNode }) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon
        className={styles.action ?? ''}
        variant="subtle"
        color="gray"
        size={24}
        aria-label={props.label}
        onClick={props.onClick}
      >
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}
