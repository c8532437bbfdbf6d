import { Progress, UnstyledButton } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { formatInstant } from '../../shared/i18n/format.ts';
import { templates } from '../../shared/templates/index.ts';
import { useSpeech } from '../app/words.tsx';
import { FoldHeading, useFold } from '../app/fold.tsx';
import { AnswersGroup } from '../answers/answers-group.tsx';
import { OpinionGroup } from '../endorsements/opinion-group.tsx';
import { StandingGroup } from '../answers/standing-group.tsx';
import { AboutGroup } from '../guidance/about-group.tsx';
import { SentGroup } from '../packs/sent-group.tsx';
import { MessagesGroup } from '../messages/messages-group.tsx';
import { CommentsGroup } from '../comments/comments-group.tsx';
import { CareGroup } from '../care/care-group.tsx';
import { FindingsGroup } from '../findings/findings-group.tsx';
import { PartiesGroup } from '../parties/parties-group.tsx';
import { AttachmentsGroup } from '../attachments/attachments-group.tsx';
import { StatusGroup } from '../review/status-group.tsx';
import { HistoryGroup } from '../revisions/history-group.tsx';
import { Outline } from '../editor/outline/outline.tsx';
import { SimilarGroup } from '../similar/similar-group.tsx';
import { PaneHeader } from '../ui/pane-header.tsx';
import { checksOf, type Check } from './completeness.ts';
import { useRestedDocumentStatus, type DocumentStatus } from './document-status.ts';
import { AuthoritiesGroup } from '../authorities/authorities-group.tsx';
import { BacklinksGroup } from '../links/backlinks-group.tsx';
import { fieldElementId, RecordFieldsForm } from './fields/record-fields.tsx';
import styles from './inspector.module.css';
import { isReadOnly } from './is-read-only.ts';
import { goToSection } from './show-place.ts';

/** Properties of the open record and how far it has come. */
export function Inspector() {
  const { app, care, fields, findings, records, writing } = useSpeech().words;
  const status = useRestedDocumentStatus();
  return (
    <aside className={styles.inspector} aria-label={app.inspector} data-pane>
      <PaneHeader title={records.properties} />
      {status === null ? (
        <p className={styles.none}>{records.propertiesEmpty}</p>
      ) : (
        <div className={styles.body}>
          <StatusGroup key={`way ${status.record.id}`} record={status.record} />
          {!isReadOnly(status.record) && <Completeness status={status} />}
          <StandingGroup key={`standing ${status.record.id}`} record={status.record} />
          <OpinionGroup key={`opinion ${status.record.id}`} record={status.record} />
          {!isReadOnly(status.record) && (
            <SentGroup key={`sent ${status.record.id}`} record={status.record} />
          )}
          <AnswersGroup key={`answers ${status.record.id}`} record={status.record} />
          <AboutGroup key={`guidance ${status.record.id}`} record={status.record} />
          <MessagesGroup key={`messages ${status.record.id}`} record={status.record} />
          <Group id="outline" title={writing.outline}>
            <Outline />
          </Group>
          {!isReadOnly(status.record) && (
            <CommentsGroup key={`comments ${status.record.id}`} record={status.record} />
          )}
          {!isReadOnly(status.record) && (
            <Group id="care" title={care.title}>
              <CareGroup />
            </Group>
          )}
          {!isReadOnly(status.record) && (
            <>
              <Group id="findings" title={findings.title}>
                <FindingsGroup />
              </Group>
              <PartiesGroup key={`parties ${status.record.id}`} record={status.record} />
            </>
          )}
          <AuthoritiesGroup
            key={`authorities ${status.record.id}`}
            recordId={status.record.id}
            caseNumbers={status.caseNumbers}
          />
          <BacklinksGroup key={`backlinks ${status.record.id}`} recordId={status.record.id} />
          <Group id="fields" title={fields.group}>
            <RecordFieldsForm />
          </Group>
          {status.record.trashedAt === null && (
            <SimilarGroup key={`similar ${status.record.id}`} record={status.record} />
          )}
          <AttachmentsGroup key={status.record.id} record={status.record} />
          <HistoryGroup key={`history ${status.record.id}`} record={status.record} />
          <Properties status={status} />
        </div>
      )}
    </aside>
  );
}

function Group({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  const fold = useFold(id, styles.group);
  return (
    <section {...fold.section} aria-label={title}>
      <div className={styles.name}>
        <FoldHeading fold={fold}>{title}</FoldHeading>
      </div>
      {children}
    </section>
  );
}

function Completeness({ status }: { status: DocumentStatus }) {
  const { words, count } = useSpeech();
  const { fields, records } = words;
  const checks = useMemo(() => checksOf(status, words), [status, words]);
  const total = checks.length;
  const missing = checks.filter(({ isDone }) => !isDone);
  const done = total - missing.length;
  const text = done === total ? records.completenessAll : records.completenessSome(done, total);
  return (
    <Group id="completeness" title={records.completeness}>
      <Progress
        value={total === 0 ? 100 : (done / total) * 100}
        size={4}
        aria-label={records.completeness}
        transitionDuration={120}
      />
      <p className={styles.done}>{text}</p>
      {missing.length > 0 && (
        <ul className={styles.missing} aria-label={fields.missing}>
          <li aria-hidden>{fields.missing}</li>
          {missing.map((check) => (
            <li key={check.name}>
              {check.section === undefined && check.field === undefined ? (
                check.name
              ) : (
                <UnstyledButton
                  className={styles.lacking}
                  aria-label={records.goTo(check.name)}
                  onClick={() => goToCheck(check)}
                >
                  {check.name}
                </UnstyledButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {!hasUsualKeywords(status) && (
        <p className={styles.hint}>{records.keywordsUsual(count(status.keywords.length))}</p>
      )}
      <p className={styles.hint}>{records.completenessNote}</p>
    </Group>
  );
}

/** Three to seven: what published cases have. */
function hasUsualKeywords({ record, keywords }: DocumentStatus): boolean {
  return !templates[record.kind].hasKeywords || (keywords.length >= 3 && keywords.length <= 7);
}

function goToCheck({ section, field }: Check): void {
  if (section !== undefined) goToSection(section);
  if (field !== undefined) document.getElementById(fieldElementId(field))?.focus();
}

function Properties({ status }: { status: DocumentStatus }) {
  const { words, count } = useSpeech();
  const { kinds, records } = words;
  const { record } = status;
  const facts: [string, string | null][] = [
    [records.kind, kinds[record.kind]],
    [records.characters, count(status.characters)],
    [records.created, formatInstant(record.createdAt)],
    [records.changed, formatInstant(status.savedAt ?? record.changedAt)],
    [records.trashed, record.trashedAt === null ? null : formatInstant(record.trashedAt)],
    [records.source, record.sourceName],
  ];
  return (
    <Group id="properties" title={records.properties}>
      <dl className={styles.facts}>
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name} className={styles.fact}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </Group>
  );
}
