import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import type { RecordId } from '../../../shared/contract/records.ts';
import { templates } from '../../../shared/templates/index.ts';
import { failureOf } from '../../api/client.ts';
import { callCommand } from '../../api/use-command.ts';
import { flushAll } from '../../app/flush.ts';
import { useNotices } from '../../app/notices.tsx';
import { useView } from '../../app/view.tsx';
import { useSpeech } from '../../app/words.tsx';
import { showBeside } from '../../beside/beside.ts';
import { isReadOnly } from '../is-read-only.ts';
import styles from './listing.module.css';
import { PurgeDialog } from './purge-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';

/** Leaves room for the words that say what it is. */
const LONGEST_BASE = 440;

/** What can be done with the chosen records together. */
export function ChosenBar() {
  const { words, count } = useSpeech();
  const { besides, documents, fields, listing, packs, records } = words;
  const { chosen, setChosen, place, show, opened, open, close } = useView();
  const notices = useNotices();
  const [dialog, setDialog] = useState<'tag' | 'purge' | null>(null);
  if (chosen.size === 0) return null;
  const items = [...chosen.values()];
  const ids = [...chosen.keys()];
  const number = count(chosen.size);
  const isTrash = place.at === 'trash';
  // The one that can be written in stands at the left.
  const [one, other] = items.toSorted(
    (first, second) => Number(isReadOnly(first)) - Number(isReadOnly(second)),
  );
  const compare = (left: RecordId, right: RecordId) => {
    setChosen(new Map());
    if (opened?.id !== left) open({ id: left, terms: [], section: null });
    showBeside(right);
  };

  const move = async (name: 'records.trash' | 'records.restore') => {
    const back = name === 'records.trash' ? 'records.restore' : 'records.trash';
    try {
      await flushAll();
      await callCommand(name, { ids });
      if (opened !== null && chosen.has(opened.id)) close();
      setChosen(new Map());
      notices.say(name === 'records.trash' ? fields.trashed(number) : fields.restored(number), {
        label: records.undo,
        run: () => {
          callCommand(back, { ids }).catch((error: unknown) => notices.fail(failureOf(error)));
        },
      });
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  const compile = async () => {
    try {
      await flushAll();
      const title = besides.compiledTitle((items[0]?.title ?? '').slice(0, LONGEST_BASE), number);
      const made = await callCommand('records.compile', { ids, title });
      setChosen(new Map());
      open({ id: made.id, terms: [], section: null });
      notices.say(besides.compiled);
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  const isRead = items.some(({ isUnread }) => isUnread);
  const mark = async () => {
    try {
      await callCommand('records.markRead', { ids, isRead });
      setChosen(new Map(items.map((item) => [item.id, { ...item, isUnread: !isRead }])));
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  const plain = { size: 'compact-sm', variant: 'default' } as const;
  return (
    <div className={styles.bar} data-chosen-bar role="toolbar" aria-label={fields.chosen(number)}>
      <span className={styles.chosen} role="status">
        {fields.chosen(number)}
      </span>
      <Button {...plain} onClick={() => setDialog('tag')}>
        {fields.tagChosen}
      </Button>
      <Button {...plain} onClick={() => void mark()}>
        {isRead ? listing.markRead : listing.markUnread}
      </Button>
      {isTrash ? (
        <>
          <Button {...plain} onClick={() => void move('records.restore')}>
            {records.restore}
          </Button>
          <Button {...plain} onClick={() => setDialog('purge')}>
            {fields.purge}
          </Button>
        </>
      ) : (
        <>
          {items.some(({ kind }) => !templates[kind].isReadOnly) && (
            <>
              <Button {...plain} onClick={() => show('export')}>
                {packs.title}
              </Button>
              <Button {...plain} onClick={() => show('document')}>
                {documents.title}
              </Button>
            </>
          )}
          {one !== undefined && other !== undefined && items.length === 2 && (
            <Button {...plain} onClick={() => compare(one.id, other.id)}>
              {besides.compare}
            </Button>
          )}
          {items.length > 1 && (
            <Button {...plain} onClick={() => void compile()}>
              {besides.compile}
            </Button>
          )}
          {opened !== null && items.length === 1 && one !== undefined && one.id !== opened.id && (
            <Button {...plain} onClick={() => compare(opened.id, one.id)}>
              {besides.title}
            </Button>
          )}
          {items.every(({ library }) => library === 'own') && (
            <Button {...plain} onClick={() => void move('records.trash')}>
              {records.moveToTrash}
            </Button>
          )}
        </>
      )}
      <CloseButton
        size="sm"
        className={styles.end ?? ''}
        aria-label={fields.chooseNone}
        onClick={() => setChosen(new Map())}
      />
      {dialog === 'tag' && <TagDialog records={items} onClose={() => setDialog(null)} />}
      {dialog === 'purge' && <PurgeDialog records={items} onClose={() => setDialog(null)} />}
    </div>
  );
}
