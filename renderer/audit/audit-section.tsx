import { Button, Pagination, Select } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useProfileNames } from '../profiles/use-profile-names.ts';
import { PageSection } from '../ui/page.tsx';
import { AuditTable } from './audit-table.tsx';
import { AuditVerdict } from './audit-verdict.tsx';
import styles from './audit.module.css';

const ON_A_PAGE = 20;

/** The audit trail: read, verified, written out. */
export function AuditSection() {
  const { words } = useSpeech();
  const { audit, auditActions } = words;
  const [action, setAction] = useState<string | null>(null);
  const [page, setPage] = useState(1);
  const [isVerified, setVerified] = useState(false);
  const lines = useQuery('audit.list', {
    ...(action === null ? {} : { action }),
    offset: (page - 1) * ON_A_PAGE,
    limit: ON_A_PAGE,
  });
  const sorts = useQuery('audit.actions', {});
  const state = useQuery('audit.verify', {}, { isEnabled: isVerified });
  const { write, failure } = useExport();
  const total = lines.data?.total ?? 0;
  const trouble = lines.failure ?? state.failure ?? failure;
  const whoIs = useProfileNames();
  const nameOf = (one: string) => (auditActions as Record<string, string>)[one] ?? one;
  return (
    <PageSection
      title={audit.title}
      text={audit.text}
      actions={
        <>
          <Button variant="default" onClick={() => setVerified(true)}>
            {audit.verify}
          </Button>
          <Button variant="default" onClick={write}>
            {audit.export}
          </Button>
        </>
      }
    >
      {isVerified && state.data !== undefined && <AuditVerdict state={state.data} />}
      {trouble !== undefined && <FailureNotice failure={trouble} />}
      <Select
        className={styles.filter ?? ''}
        aria-label={audit.filter}
        placeholder={audit.all}
        clearable
        value={action}
        data={(sorts.data?.actions ?? []).map((one) => ({
          value: one.action,
          label: nameOf(one.action),
        }))}
        onChange={(next) => {
          setAction(next);
          setPage(1);
        }}
      />
      <AuditTable lines={lines.data?.items ?? []} nameOf={nameOf} whoIs={whoIs} />
      {total > ON_A_PAGE && (
        <Pagination
          className={styles.pages ?? ''}
          total={Math.ceil(total / ON_A_PAGE)}
          value={page}
          onChange={setPage}
        />
      )}
    </PageSection>
  );
}

function useExport() {
  const { words, count } = useSpeech();
  const { audit } = words;
  const notices = useNotices();
  const choose = useCommand('window.chooseNewFile');
  const save = useCommand('audit.export');
  const write = async () => {
    const name = audit.fileName(formatDate(Date.now()));
    const chosen = await choose.run({ title: audit.exportTitle, name, extension: 'jsonl' });
    const file = chosen?.file ?? null;
    const written = file === null ? undefined : await save.run({ file });
    if (file !== null && written !== undefined) {
      notices.say(audit.exported(count(written.lines), file));
    }
  };
  return { write, failure: choose.failure ?? save.failure };
}
