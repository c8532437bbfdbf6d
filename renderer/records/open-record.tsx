import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { FullRecord } from '../../shared/contract/records.ts';
import { templates } from '../../shared/templates/index.ts';
import { MergeNotice } from '../office/merge-notice.tsx';
import { useCommand } from '../api/use-command.ts';
import { useNotices } from '../app/notices.tsx';
import { usePreferences } from '../app/preferences.tsx';
import { useView, type Opened } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import { CallLine } from '../guidance/call-line.tsx';
import { HitStepper } from '../search/hit-stepper.tsx';
import { RecordEditor } from '../editor/record-editor.tsx';
import { isTriedAgain } from '../editor/saver.ts';
import { CopyGuard } from '../preflight/copy-guard.tsx';
import { LockNotice } from '../preflight/lock-notice.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { ChipsInput } from '../ui/chips-input.tsx';
import { ProvenanceLine } from '../inbox/provenance-line.tsx';
import { isReadOnly } from './is-read-only.ts';
import { takeNewlyMade } from './newly-made.ts';
import styles from './record-pane.module.css';
import { RecordToolbar } from './record-toolbar.tsx';
import { showPlace } from './show-place.ts';
import { useDraft } from './use-draft.ts';
import { useKeptPlace } from './use-kept-place.ts';

type Props = { record: FullRecord; opened: Opened; readAgain: () => void };

/** Scrolled this far, the title is out of sight and moves to the toolbar. */
const TITLE_HEIGHT = 64;

function focusText(within: HTMLElement | null): void {
  within?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus({ preventScroll: true });
}

/** A record to read, or to write in: title, keywords, case numbers, and the text. */
export function OpenRecord({ record, opened, readAgain }: Props) {
  const { app, records } = useWords();
  const { preferences } = usePreferences();
  const notices = useNotices();
  const { close, open } = useView();
  const draft = useDraft(record);
  const restore = useCommand('records.restore');
  const scroller = useRef<HTMLDivElement>(null);
  const [isScrolled, setScrolled] = useState(false);
  const template = templates[record.kind];
  const isTrashed = record.trashedAt !== null;
  const isFixed = isReadOnly(record) || isTrashed;

  useEffect(() => {
    if (scroller.current !== null) showPlace(scroller.current, opened);
  }, [opened]);
  useEffect(() => {
    if (takeNewlyMade(record.id)) focusText(scroller.current);
  }, [record]);

  useKeptPlace(scroller, record.id);

  const restoreNow = async () => {
    if ((await restore.run({ ids: [record.id] })) === undefined) return;
    notices.say(records.restored(record.title));
    close();
  };
  const takeTheirs = () => {
    draft.drop();
    readAgain();
  };
  return (
    <>
      <CopyGuard recordId={record.id} marking={draft.fields.marking} place={scroller} />
      <RecordToolbar record={record} title={isScrolled ? draft.title : ''} />
      {isTrashed && (
        <div className={styles.trashed} role="note">
          <span>{records.inTrash}</span>
          <Button size="compact-sm" variant="default" onClick={restoreNow}>
            {records.restore}
          </Button>
        </div>
      )}
      <div className={styles.notices}>
        <LockNotice recordId={record.id} />
        {record.status !== null && <MergeNotice recordId={record.id} />}
        {restore.failure !== undefined && <FailureNotice failure={restore.failure} />}
        {draft.failure !== undefined && <FailureNotice failure={draft.failure} />}
        {draft.failure !== undefined && isTriedAgain(draft.failure) && (
          <p className={styles.trying}>{records.keepsTrying}</p>
        )}
        {draft.failure?.code === 'record-changed-elsewhere' && (
          <div className={styles.choices}>
            <Button size="compact-sm" variant="default" onClick={draft.keepMine}>
              {records.keepMine}
            </Button>
            <Button size="compact-sm" variant="default" onClick={takeTheirs}>
              {records.takeTheirs}
            </Button>
          </div>
        )}
      </div>
      <div
        ref={scroller}
        className={`han ${styles.scroller}`}
        tabIndex={-1}
        onScroll={(event) => setScrolled(event.currentTarget.scrollTop > TITLE_HEIGHT)}
      >
        <div className={styles.head}>
          {record.provenance !== null && (
            <ProvenanceLine
              provenance={record.provenance}
              standing={record.fields.standing ?? null}
            />
          )}
          <Textarea
            autosize
            minRows={1}
            variant="unstyled"
            aria-label={records.title}
            placeholder={records.titlePlaceholder}
            classNames={{ input: styles.title ?? '' }}
            value={draft.title}
            maxLength={500}
            readOnly={isFixed}
            error={draft.title.trim() === '' ? records.titleEmpty : undefined}
            onChange={(event) => draft.set({ title: event.currentTarget.value.replace(/\n/g, '') })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              focusText(scroller.current);
            }}
          />
          {record.kind === 'call' && record.provenance !== null && <CallLine id={record.id} />}
          <div className={styles.fields}>
            {((template.hasKeywords && !isFixed) || draft.keywords.length > 0) && (
              <ChipsInput
                label={records.keywords}
                addLabel={records.addKeyword}
                values={draft.keywords}
                isReadOnly={isFixed}
                onChange={(keywords) => draft.set({ keywords })}
              />
            )}
            {((template.hasCaseNumbers && !isFixed) || draft.caseNumbers.length > 0) && (
              <ChipsInput
                label={records.caseNumbers}
                addLabel={records.addCaseNumber}
                values={draft.caseNumbers}
                isReadOnly={isFixed}
                onChange={(caseNumbers) => draft.set({ caseNumbers })}
              />
            )}
          </div>
        </div>
        <RecordEditor
          recordId={record.id}
          document={record.document}
          isReadOnly={isFixed}
          sections={template.sections}
          onChange={draft.textChanged}
          highlightTerms={opened.terms}
          reading={preferences.reading}
          careOff={preferences.careOff}
        />
      </div>
      {opened.terms.length > 0 && (
        <HitStepper
          opened={opened}
          onClose={() => open({ id: opened.id, terms: [], section: null })}
        />
      )}
      <span className="only-for-readers" role="status">
        {draft.failure === undefined ? '' : `${app.name} ${records.saveFailed}`}
      </span>
    </>
  );
}
