import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { passphraseStrength } from '../../shared/text/passphrase-strength.ts';
import { useWords } from '../app/words.tsx';
import styles from './passphrase-fields.module.css';

const SHORTEST = 8;
type Twice = { passphrase: string; again: string };
type Props = { label: string; value: Twice; onChange: (value: Twice) => void; autoFocus?: boolean };

export function isPassphraseReady({ passphrase, again }: Twice): boolean {
  return passphrase.length >= SHORTEST && passphrase === again;
}

/** A passphrase typed twice, with a hint of how hard it is to guess. */
export function PassphraseFields({ label, value, onChange, autoFocus = false }: Props) {
  const { workspace } = useWords();
  const { passphrase, again } = value;
  const toggle = { 'aria-label': workspace.showPassphrase };
  const [isLeft, setLeft] = useState(false);
  // While it is being typed, half of it is not yet wrong.
  const differs = again !== '' && (isLeft ? passphrase !== again : !passphrase.startsWith(again));
  return (
    <>
      <div className={styles.field}>
        <PasswordInput
          label={label}
          description={workspace.passphraseHint}
          value={passphrase}
          maxLength={1024}
          autoComplete="new-password"
          data-autofocus={autoFocus || undefined}
          onChange={(event) => onChange({ passphrase: event.currentTarget.value, again })}
          visibilityToggleButtonProps={toggle}
        />
        <StrengthMeter passphrase={passphrase} />
      </div>
      <PasswordInput
        label={workspace.passphraseAgain}
        value={again}
        maxLength={1024}
        autoComplete="new-password"
        onChange={(event) => onChange({ passphrase, again: event.currentTarget.value })}
        onFocus={() => setLeft(false)}
        onBlur={() => setLeft(true)}
        error={differs ? workspace.passphraseDiffers : undefined}
        visibilityToggleButtonProps={toggle}
      />
    </>
  );
}

function StrengthMeter({ passphrase }: { passphrase: string }) {
  const { workspace } = useWords();
  if (passphrase === '') return <div className={styles.meter} />;
  const missing = SHORTEST - passphrase.length;
  const strength = missing > 0 ? -1 : passphraseStrength(passphrase);
  const text =
    missing > 0
      ? workspace.passphraseTooShort(missing)
      : [
          workspace.strengthWeak,
          workspace.strengthFair,
          workspace.strengthGood,
          workspace.strengthStrong,
        ][strength];
  return (
    <div className={styles.meter} data-strength={strength}>
      <div className={styles.bars} aria-hidden>
        {[0, 1, 2, 3].map((bar) => (
          <span key={bar} className={styles.bar} data-filled={bar <= strength || undefined} />
        ))}
      </div>
      <span role="status" aria-label={workspace.strength}>
        {text}
      </span>
    </div>
  );
}
