import { Button, CloseButton, NumberInput, Select } from '@mantine/core';
import type { Amount } from '../../../shared/templates/record-fields.ts';
import { codeName } from '../../../shared/templates/code-lists/index.ts';
import { useSpeech } from '../../app/words.tsx';
import styles from './facts-input.module.css';
import { useCodes } from './use-codes.ts';

const MOST = 50;
const MAX_YUAN = 10_000_000_000;

type Props = {
  id: string;
  label: string;
  values: readonly Amount[];
  isReadOnly: boolean;
  onChange: (values: Amount[]) => void;
};

/** Sums in yuan, each with what it is. */
export function AmountsInput({ id, label, values, isReadOnly, onChange }: Props) {
  const { language, words } = useSpeech();
  const { fields } = words;
  const { data } = useCodes('amount-kind');
  const set = (at: number, change: Partial<Amount>) =>
    onChange(values.map((amount, index) => (index === at ? { ...amount, ...change } : amount)));
  return (
    <div role="group" aria-labelledby={`${id}-label`}>
      <p id={`${id}-label`} className={styles.legend}>
        {label}
      </p>
      {values.map(({ kind, fen }, at) => {
        const name = codeName('amount-kind', kind, language);
        return (
          // Rows have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at} className={styles.row}>
            <Select
              size="xs"
              aria-label={fields.amountKind}
              data={data}
              value={kind}
              readOnly={isReadOnly}
              allowDeselect={false}
              onChange={(next) => next !== null && set(at, { kind: next })}
            />
            <NumberInput
              size="xs"
              aria-label={fields.amountOf(name)}
              value={fen === 0 ? '' : fen / 100}
              readOnly={isReadOnly}
              decimalScale={2}
              thousandSeparator=","
              allowNegative={false}
              max={MAX_YUAN}
              clampBehavior="strict"
              hideControls
              rightSection={<span aria-hidden>{fields.yuan}</span>}
              rightSectionWidth={36}
              onChange={(yuan) =>
                set(at, { fen: typeof yuan === 'number' ? Math.round(yuan * 100) : 0 })
              }
            />
            {!isReadOnly && (
              <CloseButton
                size="sm"
                aria-label={fields.remove(name)}
                onClick={() => onChange(values.filter((_, index) => index !== at))}
              />
            )}
          </div>
        );
      })}
      {!isReadOnly && values.length < MOST && (
        <Button
          id={id}
          size="compact-xs"
          variant="subtle"
          onClick={() => onChange([...values, { kind: nextKind(values), fen: 0 }])}
        >
          {fields.addAmount}
        </Button>
      )}
    </div>
  );
}

/** The ones most asked for, in turn. */
function nextKind(values: readonly Amount[]): string {
  const kinds = ['illegal-turnover', 'illegal-gains', 'loss', 'damages', 'fine'];
  return kinds.find((kind) => values.every((amount) => amount.kind !== kind)) ?? 'loss';
}
