import { Button, UnstyledButton } from '@mantine/core';
import type { RegistryOffice } from '../../shared/contract/registry.ts';
import { caseloadKindName, compareKinds, summedKinds } from '../../shared/caseload/kinds.ts';
import { useQuery } from '../api/use-query.ts';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './caseload.module.css';
import { OtherWords } from './other-words.tsx';

type Props = { office: RegistryOffice; onChange: (period: string | null) => void };

/** The figures of one office: periods across, kinds down. */
export function OfficeFigures({ office, onChange }: Props) {
  const { words, language, count } = useSpeech();
  const { caseload } = words;
  const { data, failure } = useQuery('caseload.ofOffice', { officeId: office.id });
  const periods = data?.periods ?? [];
  const kinds = [...new Set(periods.flatMap(({ figures }) => figures.map(({ kind }) => kind)))];
  const number = (figures: (typeof periods)[number]['figures'], kind: string) =>
    figures.find((figure) => figure.kind === kind)?.count;
  const totalOf = (figures: (typeof periods)[number]['figures']) =>
    figures
      .filter(({ kind }) => summedKinds.includes(kind))
      .reduce((sum, figure) => sum + figure.count, 0);
  return (
    <section className={styles.part} aria-label={caseload.title}>
      <div className={styles.head}>
        <h2 className={styles.partName}>{caseload.title}</h2>
        <Button size="compact-sm" variant="default" onClick={() => onChange(null)}>
          {caseload.enter}
        </Button>
      </div>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {data !== undefined && periods.length === 0 && (
        <p className={styles.hint}>{`${caseload.none}。${caseload.noneText}`}</p>
      )}
      {periods.length > 0 && (
        <>
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={caseload.title}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <td />
                  {periods.map(({ period, origin }) => (
                    <th key={period} scope="col">
                      <UnstyledButton
                        className={styles.period}
                        title={caseload.change}
                        onClick={() => onChange(period)}
                      >
                        {period}
                      </UnstyledButton>
                      <span className={styles.origin}>{caseload.origins[origin]}</span>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {kinds.toSorted(compareKinds).map((kind) => (
                  <tr key={kind}>
                    <th scope="row">{caseloadKindName(kind, language)}</th>
                    {periods.map(({ period, figures }) => {
                      const value = number(figures, kind);
                      return <td key={period}>{value === undefined ? '' : count(value)}</td>;
                    })}
                  </tr>
                ))}
                <tr className={styles.total}>
                  <th scope="row">{caseload.total}</th>
                  {periods.map(({ period, figures }) => (
                    <td key={period}>{count(totalOf(figures))}</td>
                  ))}
                </tr>
              </tbody>
            </table>
          </div>
          <OtherWords periods={periods} />
          <p className={styles.hint}>{caseload.text}</p>
        </>
      )}
    </section>
  );
}
