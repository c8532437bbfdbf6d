import type { Call } from '../../shared/contract/guidance.ts';
import { useWords } from '../app/words.tsx';
import styles from './guidance.module.css';

/** On what, and which kinds. */
export function CallFacts({ call }: { call: Call }) {
  const { guidance, kinds } = useWords();
  const wanted = call.wanted.map((kind) => kinds[kind]).join(' · ');
  return (
    <p className={styles.facts}>
      {!call.isOwn && <span>{guidance.from(call.senderName)}</span>}
      {call.themes.length > 0 && (
        <span className="han">{`${guidance.themes} ${call.themes.join(' · ')}`}</span>
      )}
      {wanted !== '' && <span>{`${guidance.wantedKinds} ${wanted}`}</span>}
    </p>
  );
}
