import { Button, Checkbox, Radio, Textarea } from '@mantine/core';
import { IconAddressBook } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Office } from '../../shared/contract/points.ts';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { ExportStep } from '../packs/export-step.tsx';
import exporting from '../packs/export.module.css';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './guidance.module.css';
import { RegardingPicker, type Regarded } from './regarding-picker.tsx';
import { useRecipients } from './use-recipients.ts';

/** `to`: null for all; where it is `regarding` records, the one office that submitted them. `cards`: ids of offices, `own` for one's own. */
export type Addressed = {
  to: readonly string[] | null;
  note: string;
  cards: readonly string[];
  regarding: readonly Regarded[];
};

type Props = {
  addressed: Addressed;
  onChange: (addressed: Addressed) => void;
  /** Records go along, so that nothing need be said. */
  mayBeWordless: boolean;
  children: ReactNode;
  onBack: () => void;
  onNext: () => void;
  onClose: () => void;
};

/** The second step: all or some of the offices, the covering note, cards. */
export function GuideOffices({ addressed, onChange, mayBeWordless, children, ...props }: Props) {
  const { words } = useSpeech();
  const { guidance } = words;
  const view = useView();
  const { all, failure, isKnown, offices } = useRecipients();
  const { cards, note, regarding, to } = addressed;
  const isThere = regarding.every(({ senderId }) => offices.some(({ id }) => id === senderId));
  const isAddressed = offices.length > 0 && isThere && (to === null || to.length > 0);
  const goEnrol = () => {
    view.go({ at: 'points' });
    view.show('enrol');
  };
  return (
    <ExportStep
      {...props}
      step={1}
      isReady={isAddressed && (mayBeWordless || note.trim() !== '' || cards.length > 0)}
    >
      {failure !== undefined && <FailureNotice failure={failure} />}
      {isKnown && offices.length === 0 && (
        <EmptyPlace
          icon={IconAddressBook}
          title={guidance.noRecipients}
          text={guidance.noRecipientsText}
        >
          <Button variant="default" onClick={goEnrol}>
            {guidance.goEnrol}
          </Button>
        </EmptyPlace>
      )}
      {offices.length > 0 && (
        <>
          <Recipients addressed={addressed} onChange={onChange} offices={offices} />
          <RegardingPicker
            chosen={regarding}
            onChange={(next) => {
              const [first] = next;
              // What is about nobody's records may go to all again.
              const others = first === undefined ? null : [first.senderId];
              onChange({ ...addressed, regarding: next, to: others });
            }}
          />
          <Textarea
            label={guidance.note}
            description={mayBeWordless ? guidance.noteHint : guidance.noteNeeded}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={5000}
            value={note}
            onChange={(event) => onChange({ ...addressed, note: event.currentTarget.value })}
          />
          <details className={exporting.section}>
            <summary className={styles.hint}>{guidance.cards}</summary>
            <p className={styles.hint}>{guidance.cardsHint}</p>
            <Several
              label={guidance.cards}
              offices={[{ id: 'own', name: guidance.ownCard }, ...all]}
              chosen={cards}
              onChange={(next) => onChange({ ...addressed, cards: next })}
            />
          </details>
          {children}
        </>
      )}
    </ExportStep>
  );
}

type RecipientsProps = Pick<Props, 'addressed' | 'onChange'> & { offices: readonly Office[] };

/** All or some; of guidance about records the one office that submitted them. */
function Recipients({ addressed, onChange, offices }: RecipientsProps) {
  const { words, count } = useSpeech();
  const { guidance } = words;
  const { regarding, to } = addressed;
  const [first] = regarding;
  if (first !== undefined) {
    const { senderId, senderName } = first;
    return offices.some(({ id }) => id === senderId) ? (
      <p>{guidance.regardingOnly(senderName)}</p>
    ) : (
      <Notice tone="care">{guidance.regardingNotEnrolled(senderName)}</Notice>
    );
  }
  return (
    <>
      <Radio.Group
        label={guidance.recipients}
        value={to === null ? 'all' : 'chosen'}
        onChange={(next) => onChange({ ...addressed, to: next === 'all' ? null : [] })}
      >
        <Radio
          mt={6}
          value="all"
          label={guidance.allRecipients(count(offices.length))}
          data-autofocus
        />
        <Radio mt={6} value="chosen" label={guidance.chosenRecipients} />
      </Radio.Group>
      {to !== null && (
        <Several
          label={guidance.chosenRecipients}
          offices={offices}
          chosen={to}
          onChange={(next) => onChange({ ...addressed, to: next })}
        />
      )}
      {to !== null && (
        <p className={styles.hint} role="status">
          {guidance.recipientsChosen(count(to.length))}
        </p>
      )}
    </>
  );
}

type SeveralProps = {
  label: string;
  offices: readonly Pick<Office, 'id' | 'name'>[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

function Several({ label, offices, chosen, onChange }: SeveralProps) {
  return (
    <div className={styles.offices} role="group" aria-label={label}>
      {offices.map(({ id, name }) => (
        <Checkbox
          key={id}
          size="xs"
          label={name}
          checked={chosen.includes(id)}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id),
            )
          }
        />
      ))}
    </div>
  );
}
