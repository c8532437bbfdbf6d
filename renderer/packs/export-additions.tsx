import { Button, TextInput, Textarea } from '@mantine/core';
import { caseloadKindName, caseloadKinds } from '../../shared/caseload/kinds.ts';
import { periodNamed } from '../../shared/caseload/period.ts';
import type { OwnFigures } from '../../shared/contract/packs.ts';
import { useSpeech } from '../app/words.tsx';
import styles from './export.module.css';

/** What goes along beside records and files: words to the office, and figures as they are typed, one period a line. */
export type Additions = {
  note: string;
  figures: readonly { period: string; counts: Readonly<Record<string, string>> }[];
};
export const noAdditions: Additions = { note: '', figures: [] };

const isCount = (text: string) => /^\d{0,7}$/u.test(text.trim());

/** What is typed, as it will be sent; null as long as something of it is no period, or no number, or is there twice. */
export function figuresOf({ figures }: Additions): OwnFigures[] | null {
  const read: OwnFigures[] = [];
  for (const { period: typed, counts } of figures) {
    const period = periodNamed(typed);
    const filled = Object.entries(counts).filter(([, text]) => text.trim() !== '');
    const isTwice = read.some((one) => one.period === period);
    if (period === null || isTwice || filled.length === 0) return null;
    if (!filled.every(([, text]) => isCount(text))) return null;
    read.push({ period, figures: filled.map(([kind, text]) => ({ kind, count: Number(text) })) });
  }
  return read;
}

type Props = { additions: Additions; onChange: (additions: Additions) => void; mayBring: boolean };

export function ExportAdditions({ additions, onChange, mayBring }: Props) {
  const { words } = useSpeech();
  const { packs } = words;
  const { note, figures } = additions;
  return (
    <>
      <Textarea
        label={packs.note}
        classNames={{ input: 'han' }}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={5000}
        value={note}
        onChange={(event) => onChange({ ...additions, note: event.currentTarget.value })}
      />
      {mayBring && (
        <section className={styles.section} aria-label={packs.figures}>
          <h3 className={styles.name}>{packs.figures}</h3>
          <p className={styles.text}>{packs.figuresText}</p>
          {figures.map((one, at) => (
            <PeriodFields
              // Lines have nothing of their own but their place.
              // oxlint-disable-next-line react/no-array-index-key
              key={at}
              value={one}
              onChange={(next) => onChange({ ...additions, figures: figures.with(at, next) })}
              onRemove={() => onChange({ ...additions, figures: figures.toSpliced(at, 1) })}
            />
          ))}
          <Button
            size="compact-sm"
            variant="default"
            style={{ justifySelf: 'start' }}
            disabled={figures.length >= 24}
            onClick={() =>
              onChange({ ...additions, figures: [...figures, { period: '', counts: {} }] })
            }
          >
            {packs.addPeriod}
          </Button>
        </section>
      )}
    </>
  );
}

type Line = Additions['figures'][number];
type LineProps = { value: Line; onChange: (value: Line) => void; onRemove: () => void };

function PeriodFields({ value, onChange, onRemove }: LineProps) {
  const { words, language } = useSpeech();
  const { caseload, packs } = words;
  const { period, counts } = value;
  const isWrong = period.trim() !== '' && periodNamed(period) === null;
  return (
    <fieldset className={styles.period}>
      <legend className={styles.periodName}>{packs.periodOf(period)}</legend>
      <TextInput
        size="xs"
        label={caseload.period}
        placeholder={caseload.periodHint}
        value={period}
        maxLength={20}
        error={isWrong ? caseload.periodWrong : undefined}
        onChange={(event) => onChange({ ...value, period: event.currentTarget.value })}
      />
      <div className={styles.counts}>
        {caseloadKinds.map(({ code }) => {
          const text = counts[code] ?? '';
          return (
            <TextInput
              key={code}
              size="xs"
              inputMode="numeric"
              label={caseloadKindName(code, language)}
              value={text}
              maxLength={7}
              error={isCount(text) ? undefined : caseload.countWrong}
              onChange={(event) =>
                onChange({ ...value, counts: { ...counts, [code]: event.currentTarget.value } })
              }
            />
          );
        })}
      </div>
      <Button
        size="compact-sm"
        variant="subtle"
        style={{ justifySelf: 'start' }}
        onClick={onRemove}
      >
        {packs.removePeriod}
      </Button>
    </fieldset>
  );
}
