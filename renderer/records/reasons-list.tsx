import { useState } from 'react';
import type { SkipCode } from '../../shared/contract/records.ts';
import { useSpeech } from '../app/words.tsx';
import styles from './import-dialog.module.css';

/** More names under one reason say nothing more until somebody asks. */
const SHOWN = 50;

type Props = { title: string; skipped: readonly { file: string; code: SkipCode }[] };

/** Files that were not taken, under the reasons why, the most frequent first. */
export function ReasonsList({ title, skipped }: Props) {
  const groups = new Map<SkipCode, string[]>();
  for (const { file, code } of skipped) {
    const files = groups.get(code);
    if (files === undefined) groups.set(code, [file]);
    else files.push(file);
  }
  const sorted = [...groups].toSorted(([, one], [, other]) => other.length - one.length);
  return (
    <section aria-label={title}>
      <h3 className={styles.name}>{title}</h3>
      <div className={styles.paths}>
        {sorted.map(([code, files]) => (
          <Reason key={code} code={code} files={files} />
        ))}
      </div>
    </section>
  );
}

function Reason({ code, files }: { code: SkipCode; files: readonly string[] }) {
  const { words, count } = useSpeech();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? files : files.slice(0, SHOWN);
  return (
    <details className={styles.group} open>
      <summary className={styles.path}>
        <span title={words.skipReasons[code]}>{words.skipReasons[code]}</span>
        <span className={styles.reason}>{count(files.length)}</span>
      </summary>
      <ul className={styles.files}>
        {shown.map((file) => (
          <li key={file} className={styles.path}>
            <span title={file}>{file.split(/[/\\]/u).at(-1)}</span>
          </li>
        ))}
        {shown.length < files.length && (
          <li className={styles.path}>
            <button type="button" className={styles.more} onClick={() => setIsWhole(true)}>
              {words.app.ofTotal(count(shown.length), count(files.length))}
            </button>
          </li>
        )}
      </ul>
    </details>
  );
}
