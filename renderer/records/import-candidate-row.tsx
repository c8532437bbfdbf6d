import { Checkbox } from '@mantine/core';
import type { ImportCandidate } from '../../shared/contract/imports.ts';
import type { RecordKind } from '../../shared/contract/records.ts';
import { useSpeech } from '../app/words.tsx';
import styles from './import-preview.module.css';

/** What is to become of a candidate: a record of a kind, a version of what it resembles, or nothing. */
export type Fate = RecordKind | 'merge' | null;
type Props = { candidate: ImportCandidate; fate: Fate; isSelected: boolean };

/** One record that an import would take: title, what was recognised, where it comes from, what it resembles. */
export function ImportCandidateRow({ candidate, fate, isSelected }: Props) {
  const { words, count } = useSpeech();
  const { imports, records } = words;
  const { file, part, sections, encoding, characters, isKnown, near } = candidate;
  const isLeftOut = fate === null || isKnown;
  const name = file.split(/[/\\]/u).at(-1) ?? file;
  const named = sections.filter((heading) => heading !== '');
  const source = [
    part > 0 ? `${name} ${imports.part(part + 1)}` : name,
    ...(encoding === null ? [] : [imports.encodings[encoding]]),
    records.numberOfCharacters(count(characters)),
  ];
  return (
    <div className={styles.row} data-left-out={isLeftOut || undefined}>
      <Checkbox.Indicator checked={isSelected} disabled={isKnown} size="sm" />
      <span className={styles.text}>
        <span className={styles.title}>{candidate.title}</span>
        <span className={styles.source} title={file}>
          {source.join(imports.separator)}
        </span>
      </span>
      <span className={styles.text}>
        {near === null ? null : (
          <span className={styles.near}>
            {near.because === 'text'
              ? imports.nearText(near.title)
              : imports.nearNumber(near.title)}
          </span>
        )}
        <span className={styles.source}>
          {named.length === 0 ? imports.noSections : named.join(imports.separator)}
        </span>
      </span>
      <span className={styles.kind}>
        {isKnown
          ? imports.isKnown
          : fate === null
            ? imports.leaveOut
            : fate === 'merge'
              ? imports.merge
              : words.kinds[fate]}
      </span>
    </div>
  );
}
