import { Select, Textarea } from '@mantine/core';
import { useId } from 'react';
import type { RecordKind } from '../../shared/contract/records.ts';
import type { SearchPurpose } from '../../shared/contract/precedent-reports.ts';
import { parseQuery } from '../../shared/text/query/parse-query.ts';
import { useWords } from '../app/words.tsx';
import { kindsOfScope, scopeOfKinds } from '../search/scopes.ts';
import styles from './precedent-reports.module.css';

type Fields = { purpose: SearchPurpose; query: string; kinds: RecordKind[] };
type Props = {
  search: Fields;
  /** Under the query as long as there is none. */
  hint?: string | undefined;
  hasFocus?: boolean;
  onChange: (change: Partial<Fields>) => void;
  onEnter: () => void;
  onBlur?: () => void;
};

const scopes = ['all', 'own', 'precedent'] as const;

/** One search: what it is for, its query, and where it looks. Enter searches; a query is one line however it wraps. */
export function SearchFields({ search, hint, hasFocus, onChange, onEnter, onBlur }: Props) {
  const { precedentReports, search: words, searchPurposes } = useWords();
  const name = searchPurposes[search.purpose];
  const nameId = useId();
  const { problems } = parseQuery(search.query);
  return (
    <div className={styles.fields} role="group" aria-labelledby={nameId}>
      <span id={nameId} className={styles.purpose}>
        {name}
      </span>
      <Select
        size="xs"
        className={styles.scope ?? ''}
        aria-label={`${name}：${precedentReports.kinds}`}
        allowDeselect={false}
        value={scopeOfKinds(search.kinds)}
        data={scopes.map((value) => ({ value, label: precedentReports.scopes[value] }))}
        onChange={(value) => {
          const scope = scopes.find((one) => one === value);
          if (scope !== undefined) onChange({ kinds: kindsOfScope[scope] });
        }}
        onBlur={onBlur}
      />
      <Textarea
        className={styles.query ?? ''}
        classNames={{ input: 'han' }}
        aria-label={`${name}：${precedentReports.query}`}
        placeholder={hint ?? precedentReports.query}
        autosize
        minRows={1}
        maxRows={6}
        value={search.query}
        maxLength={10_000}
        data-autofocus={hasFocus}
        autoFocus={hasFocus === true}
        description={
          problems.length === 0
            ? undefined
            : problems
                .map(({ code, start, end }) =>
                  words.problemAt(search.query.slice(start, end), words.problems[code]),
                )
                .join(' ')
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => onChange({ query: event.currentTarget.value.replace(/\n/gu, ' ') })}
        onBlur={onBlur}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
      />
    </div>
  );
}
