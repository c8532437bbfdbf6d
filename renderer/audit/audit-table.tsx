import type { AuditLine } from '../../shared/contract/audit.ts';
import { formatInstant } from '../../shared/i18n/format.ts';
import { useWords } from '../app/words.tsx';
import styles from './audit.module.css';

type Props = {
  lines: readonly AuditLine[];
  nameOf: (action: string) => string;
  whoIs: (id: string | null) => string;
};

/** Lines of the trail as they are: what was done by its name, to what by its id. */
export function AuditTable({ lines, nameOf, whoIs }: Props) {
  const { audit } = useWords();
  if (lines.length === 0) return <p className={styles.none}>{audit.none}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {[audit.number, audit.at, audit.action, audit.who, audit.subject, audit.detail].map(
            (name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.number}>
            <td className={styles.number}>{line.number}</td>
            <td className={styles.at}>{formatInstant(line.at)}</td>
            <td>{nameOf(line.action)}</td>
            <td>{whoIs(line.who)}</td>
            <td className={styles.id}>{line.subject}</td>
            <td className={styles.id}>
              {Object.entries(line.detail)
                .map(([name, value]) => `${name} ${String(value)}`)
                .join(' · ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
