import type { EndorsablePack } from '../../shared/contract/endorsements.ts';
import type { FailureData } from '../../shared/contract/index.ts';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { StepDialog } from '../ui/step-dialog.tsx';
import styles from './endorsements.module.css';
import { OpinionFields, type OpinionDraft } from './opinion-fields.tsx';

export type StepFrame = { title: string; steps: readonly string[]; onClose: () => void };
type Props = {
  frame: StepFrame;
  pack: EndorsablePack;
  drafts: Readonly<Record<string, OpinionDraft>>;
  failure: FailureData | undefined;
  isBusy: boolean;
  onChange: (recordId: string, draft: OpinionDraft) => void;
  onNext: () => void;
};

/** The first step: every record of the pack has its opinion. */
export function EndorseOpinions(props: Props) {
  const { words, count } = useSpeech();
  const { endorsements } = words;
  const { frame, pack, drafts, failure, isBusy, onChange, onNext } = props;
  const none: OpinionDraft = { opinion: null, text: '' };
  const missing = pack.records.filter(
    ({ recordId }) => (drafts[recordId]?.opinion ?? null) === null,
  ).length;
  return (
    <StepDialog {...frame} step={0} isReady={missing === 0 && !isBusy} onNext={onNext}>
      <p className={styles.hint}>{endorsements.textHint}</p>
      <div className={styles.scroll} role="group" aria-label={endorsements.opinion}>
        {pack.records.map(({ recordId, title }) => (
          <div key={recordId} className={styles.opinion}>
            <OpinionFields
              title={title}
              draft={drafts[recordId] ?? none}
              onChange={(draft) => onChange(recordId, draft)}
            />
          </div>
        ))}
      </div>
      {missing > 0 && <p className={styles.hint}>{endorsements.missing(count(missing))}</p>}
      {failure !== undefined && <FailureNotice failure={failure} />}
    </StepDialog>
  );
}
