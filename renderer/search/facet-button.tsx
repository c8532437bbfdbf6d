import { ActionIcon, Checkbox, Popover, Tooltip, UnstyledButton } from '@mantine/core';
import { IconFilter, IconMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { FacetList, type FacetCount } from '../../shared/contract/search.ts';
import type { CallInput } from '../../shared/contract/index.ts';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import styles from './facets.module.css';
import { facetValueName, hasCode, withCode } from './facet-filters.ts';
import { useFacets } from './use-facets.ts';

const SHOWN = 6;

/** What was found, counted by every property; what is ticked filters, and what is crossed out is left out. */
export function FacetButton({ question }: { question: CallInput<'search.facets'> }) {
  const { search } = useSpeech().words;
  const { finding } = useView();
  const [isOpen, setOpen] = useState(false);
  const facets = useFacets(question, isOpen);
  const isOn = finding.where.length > 0;
  const lists = FacetList.options.flatMap((list) => {
    const values = (facets?.facets ?? []).filter((one) => one.list === list);
    return values.length === 0 ? [] : [{ list, values }];
  });
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="right-start"
      width={300}
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <Tooltip label={search.facets}>
          <ActionIcon
            variant={isOn ? 'light' : 'subtle'}
            color={isOn ? 'accent' : 'gray'}
            size={28}
            aria-label={search.facets}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <IconFilter size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={styles.panel ?? ''} aria-label={search.facets}>
        {facets?.isExact === false && <p className={styles.note}>{search.facetsOfLatest}</p>}
        {facets !== undefined && lists.length === 0 && (
          <p className={styles.note}>{search.facetsNone}</p>
        )}
        {lists.map(({ list, values }) => (
          <FacetValues key={list} list={list} values={values} />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

function FacetValues({ list, values }: { list: FacetList; values: readonly FacetCount[] }) {
  const { words, language, count } = useSpeech();
  const { finding, setFinding } = useView();
  const [isWhole, setWhole] = useState(false);
  const { search } = words;
  const set = (code: string, state: 'in' | 'excluded' | 'out') =>
    setFinding({ where: withCode(finding.where, list, code, state) });
  const shown = isWhole ? values : values.slice(0, SHOWN);
  return (
    <fieldset className={styles.list}>
      <legend className={styles.legend}>{search.facetNames[list]}</legend>
      {shown.map(({ code, count: number }) => {
        const name = facetValueName(list, code, words, language);
        const isOn = hasCode(finding.where, list, code);
        return (
          <div key={code} className={styles.value}>
            <Checkbox
              size="xs"
              label={name}
              className={styles.name ?? ''}
              checked={isOn}
              onChange={(event) => set(code, event.currentTarget.checked ? 'in' : 'out')}
            />
            <UnstyledButton
              className={styles.exclude}
              aria-label={search.exclude(name)}
              title={search.exclude(name)}
              onClick={() => set(code, 'excluded')}
            >
              <IconMinus size={14} stroke={1.75} aria-hidden />
            </UnstyledButton>
            <span className={styles.number}>{count(number)}</span>
          </div>
        );
      })}
      {values.length > shown.length && (
        <UnstyledButton className={styles.more} onClick={() => setWhole(true)}>
          {search.facetsMore(count(values.length - shown.length))}
        </UnstyledButton>
      )}
    </fieldset>
  );
}
