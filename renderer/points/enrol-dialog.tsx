import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { CallOutput, FailureData } from '../../shared/contract/index.ts';
import { call, failureOf } from '../api/client.ts';
import { useCommand } from '../api/use-command.ts';
import { useWords } from '../app/words.tsx';
import { useOfferLink } from '../registry/use-offer-link.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Facts } from '../ui/facts.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { digitsOf, FINGERPRINT_DIGITS, FingerprintInput } from './fingerprint-input.tsx';

type Card = CallOutput<'points.readCard'>;
/** `given`: a card that is here already. */
type Props = { onClose: () => void; given?: Card };

/** Reads another office's card; the fingerprint heard on the telephone is typed in, never clicked. */
export function EnrolDialog({ onClose, given }: Props) {
  const { app, office: words, points, workspaceKinds } = useWords();
  const [isColleague, setColleague] = useState(false);
  const offerLink = useOfferLink();
  const [card, setCard] = useState<Card | undefined>(given);
  const [unreadable, setUnreadable] = useState<FailureData>();
  const [typed, setTyped] = useState('');
  const choose = useCommand('window.chooseFiles');
  const enrol = useCommand('points.enrol');

  const chooseCard = async () => {
    const answer = await choose.run({ title: points.chooseCardTitle, extensions: ['jzcard'] });
    const file = answer?.files[0];
    if (file === undefined) return;
    setUnreadable(undefined);
    await call('points.readCard', { file }).then(setCard, (error: unknown) =>
      setUnreadable(failureOf(error)),
    );
  };
  const isReady = card !== undefined && digitsOf(typed).length === FINGERPRINT_DIGITS;
  const enrolNow = async () => {
    if (!isReady || enrol.isRunning) return;
    const office = await enrol.run({ card: card.card, fingerprint: digitsOf(typed), isColleague });
    if (office === undefined) return;
    onClose();
    await offerLink(office.id, points.enrolledNow(office.name));
  };
  const failure = choose.failure ?? unreadable ?? enrol.failure;
  return (
    <Dialog
      title={points.enrolTitle}
      onClose={onClose}
      onSubmit={() => void enrolNow()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" disabled={!isReady} loading={enrol.isRunning}>
            {points.enrolNow}
          </Button>
        </>
      }
    >
      {card === undefined ? (
        <div>
          <p>{points.noneText}</p>
          <Button variant="default" mt={12} data-autofocus onClick={chooseCard}>
            {points.chooseCard}
          </Button>
        </div>
      ) : (
        <>
          <Facts
            facts={[
              { name: points.cardOf, value: <strong>{card.name}</strong> },
              { name: points.kind, value: workspaceKinds[card.kind] },
              { name: points.cardVersion, value: String(card.cardVersion) },
            ]}
          />
          <p>{points.callThem(card.name)}</p>
          <FingerprintInput value={typed} onChange={setTyped} />
          <Checkbox
            label={words.askColleague}
            description={words.askColleagueText}
            checked={isColleague}
            onChange={(event) => setColleague(event.currentTarget.checked)}
          />
        </>
      )}
      {failure !== undefined && <FailureNotice failure={failure} />}
    </Dialog>
  );
}
