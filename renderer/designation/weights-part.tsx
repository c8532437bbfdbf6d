import { Button, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import type { CallOutput, CallInput } from '../../shared/contract/index.ts';
import { factors, MOST_WEIGHT, usualWeights, type Factor } from '../../shared/designation/score.ts';
import { failureOf } from '../api/client.ts';
import { callCommand } from '../api/use-command.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import styles from './designation.module.css';

/** How much each factor counts, and what share it is taken as. A change counts at once. */
export function WeightsPart({ board }: { board: CallOutput<'designation.board'> }) {
  const { designation } = useSpeech().words;
  const notices = useNotices();
  const [weights, setWeights] = useState(board.weights);
  const change = (input: CallInput<'designation.change'>) => {
    callCommand('designation.change', input).catch((error: unknown) =>
      notices.fail(failureOf(error)),
    );
  };
  const setAll = (next: typeof weights) => {
    setWeights(next);
    change({ weights: next });
  };
  const type = (factor: Factor, value: number | string) => {
    const weight = typeof value === 'number' ? value : Number.NaN;
    if (Number.isInteger(weight) && weight >= 0 && weight <= MOST_WEIGHT)
      setAll({ ...weights, [factor]: weight });
  };
  return (
    <section className={styles.sidePart} aria-label={designation.weights}>
      <div className={styles.sideHead}>
        <h2 className={styles.sideName}>{designation.weights}</h2>
        <Button size="compact-xs" variant="default" onClick={() => setAll({ ...usualWeights })}>
          {designation.resetWeights}
        </Button>
      </div>
      <p className={styles.hint}>{designation.weightsText}</p>
      <ul className={styles.weights}>
        {factors.map((factor) => (
          <li key={factor}>
            <span className={styles.key} data-factor={factor} aria-hidden />
            <span className={styles.weightWords}>
              {designation.factors[factor]}
              <span className={styles.hint}>{designation.factorTexts[factor]}</span>
            </span>
            <NumberInput
              size="xs"
              w={58}
              aria-label={designation.weightOf(designation.factors[factor])}
              min={0}
              max={MOST_WEIGHT}
              allowDecimal={false}
              clampBehavior="strict"
              value={weights[factor]}
              onChange={(value) => type(factor, value)}
            />
          </li>
        ))}
      </ul>
      <Select
        mt={8}
        size="xs"
        label={designation.period}
        placeholder={designation.noPeriod}
        disabled={board.periods.length === 0}
        allowDeselect={false}
        data={board.periods}
        value={board.period}
        onChange={(period) => change({ period })}
      />
    </section>
  );
}
