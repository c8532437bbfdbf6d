import type { Comparison } from '../../shared/contract/revisions.ts';
import type { FieldId } from '../../shared/templates/record-fields.ts';
import { useSpeech } from '../app/words.tsx';
import styles from './compared.module.css';
import { fieldText } from './field-text.ts';

/** The fields that differ: what was in them, and what is. */
export function ComparedFields({ comparison }: { comparison: Comparison }) {
  const speech = useSpeech();
  const { fieldNames, fields, revisions } = speech.words;
  if (comparison.fields.length === 0) return null;
  return (
    <section className={styles.fields} aria-label={fields.group}>
      <h3 className={styles.label}>{fields.group}</h3>
      <dl>
        {comparison.fields.map((field) => {
          const id = field as FieldId;
          return (
            <div key={id} className={styles.field}>
              <dt>{fieldNames[id]}</dt>
              <dd>
                <del className={styles.removed}>
                  {fieldText(comparison.before, id, speech) || revisions.empty}
                </del>
                {' → '}
                <ins className={styles.added}>
                  {fieldText(comparison.after, id, speech) || revisions.empty}
                </ins>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
