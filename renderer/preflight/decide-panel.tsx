import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState, type RefObject } from 'react';
import type { PreflightFinding } from '../../shared/contract/preflight.ts';
import type { PreflightDecision } from '../../shared/preflight/finding.ts';
import { useSpeech } from '../app/words.tsx';
import { decisionText } from './decision-text.ts';
import type { FindingGroup, Looked } from './grouped.ts';
import { useHiddenCounts } from './hidden-files.tsx';
import styles from './preflight.module.css';

const SHOWN = 100;

type Props = {
  group: FindingGroup;
  /** All open findings of the same kind. */
  ofKind: readonly PreflightFinding[];
  titles: ReadonlyMap<string, string>;
  isBusy: boolean;
  reasonField: RefObject<HTMLInputElement | null>;
  onDecide: (
    findings: readonly PreflightFinding[],
    decision: PreflightDecision,
    reason: string,
  ) => void;
};

export function titlesOf(looked: Looked): ReadonlyMap<string, string> {
  return new Map(looked.records.map(({ id, title }) => [id, title]));
}

/** What is decided about a group: for all its places, for some, or for everything of its kind. */
export function DecidePanel({ group, ofKind, titles, isBusy, reasonField, onDecide }: Props) {
  const { words, count } = useSpeech();
  const { preflight, preflightKinds, preflightReasons } = words;
  const [some, setSome] = useState<ReadonlySet<string>>(new Set());
  const [isForKind, setForKind] = useState(false);
  const [reason, setReason] = useState('');
  const isFile = group.findings[0]?.place.where === 'attachment';
  const mayBeForKind = !isFile && ofKind.length > group.open;
  const meant = meantBy(group, some, isForKind && mayBeForKind ? ofKind : null);
  const can = (decision: PreflightDecision) =>
    !isBusy && meant.some(({ options }) => options.includes(decision));
  const name = group.findings[0]?.pseudonym ?? null;
  const holds = group.findings[0]?.holds ?? [];
  const saying = useHiddenCounts();
  if (group.findings.every(({ options }) => options.length === 0)) {
    return <p className={styles.why}>{preflightReasons[group.kind]}</p>;
  }
  return (
    <div className={styles.panel} role="group" aria-label={preflight.decide}>
      <p className={styles.why}>{preflightReasons[group.kind]}</p>
      {holds.length > 0 && <p className={styles.why}>{preflight.holds(saying(holds))}</p>}
      <ul className={styles.contexts} aria-label={preflight.where}>
        {group.findings.slice(0, SHOWN).map((finding) => (
          <li key={`${finding.recordId} ${finding.id}`}>
            <Place
              finding={finding}
              title={titles.get(finding.recordId) ?? ''}
              isChosen={some.has(keyOf(finding))}
              onChoose={(isChosen) => {
                const next = new Set(some);
                if (isChosen) next.add(keyOf(finding));
                else next.delete(keyOf(finding));
                setSome(next);
              }}
            />
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        {can('pseudonym') && (
          <Button size="compact-sm" onClick={() => onDecide(meant, 'pseudonym', '')}>
            {isForKind || name === null ? preflight.toPseudonyms : preflight.toPseudonym(name)}
          </Button>
        )}
        {can('mask') && (
          <Button size="compact-sm" variant="default" onClick={() => onDecide(meant, 'mask', '')}>
            {group.kind === 'attachment-remarks' ? preflight.removeRemarks : preflight.mask}
          </Button>
        )}
        {can('keep') && (
          <>
            <TextInput
              ref={reasonField}
              size="xs"
              className={styles.reason ?? ''}
              aria-label={preflight.reason}
              placeholder={preflight.reason}
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                event.preventDefault();
                if (reason.trim() !== '') onDecide(meant, 'keep', reason);
              }}
            />
            <Button
              size="compact-sm"
              variant="default"
              disabled={reason.trim() === ''}
              onClick={() => onDecide(meant, 'keep', reason)}
            >
              {preflight.keep}
            </Button>
          </>
        )}
      </div>
      {mayBeForKind && (
        <Checkbox
          size="xs"
          label={preflight.allOfKind(preflightKinds[group.kind], count(ofKind.length))}
          checked={isForKind}
          onChange={(event) => setForKind(event.currentTarget.checked)}
        />
      )}
    </div>
  );
}

const keyOf = ({ recordId, id }: PreflightFinding) => `${recordId} ${id}`;

function meantBy(
  group: FindingGroup,
  some: ReadonlySet<string>,
  ofKind: readonly PreflightFinding[] | null,
): readonly PreflightFinding[] {
  if (ofKind !== null) return ofKind;
  const chosen = group.findings.filter((finding) => some.has(keyOf(finding)));
  return chosen.length > 0 ? chosen : group.findings;
}

type PlaceProps = {
  finding: PreflightFinding;
  title: string;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
};

function Place({ finding, title, isChosen, onChoose }: PlaceProps) {
  const { preflight } = useSpeech().words;
  const { place, before, text, after } = finding;
  const where = preflight.at[place.where](place.name, place.page, place.part);
  return (
    <Checkbox
      size="xs"
      checked={isChosen}
      onChange={(event) => onChoose(event.currentTarget.checked)}
      label={
        <>
          <span className={styles.where}>{`${title} · ${where}`}</span>
          {place.where !== 'attachment' && (
            <span className={styles.context}>
              {before}
              <mark>{text}</mark>
              {after}
            </span>
          )}
          <span className={styles.where}>{decisionText(preflight, finding)}</span>
        </>
      }
    />
  );
}
