import { Button } from '@mantine/core';
import type { RecordId } from '../../shared/contract/records.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import type { Words } from '../../shared/i18n/index.ts';
import { isGuidanceChannel } from '../../shared/packs/guidance-channel.ts';
import { failureOf } from '../api/client.ts';
import { callCommand } from '../api/use-command.ts';
import { useNotices } from '../app/notices.tsx';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { PackedFiles } from '../packs/packed-files.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { accept, bring, decline, lookAgain, putAway, type Arrival, type Look } from './arrivals.ts';
import styles from './inbox.module.css';
import { missingSentence } from './missing-text.ts';

const tones: Partial<Record<Arrival['state'], 'good' | 'care' | 'bad'>> = {
  ready: 'good',
  taken: 'good',
  refused: 'bad',
  held: 'care',
  stopped: 'care',
};

/** One file: what it is in words, and what can be done with it. */
export function ArrivalItem({ arrival, isBusy }: { arrival: Arrival; isBusy: boolean }) {
  const { words } = useSpeech();
  const { inbox } = words;
  const { source, state } = arrival;
  const name = (source.below ?? source.file).split(/[\\/]/u).at(-1) ?? '';
  const look = 'look' in arrival ? arrival.look : null;
  return (
    <li className={styles.item} aria-label={name}>
      <div className={styles.head}>
        <span className={styles.file} title={source.file}>
          {name}
        </span>
        <span className={styles.state} data-tone={tones[state]} role="status">
          {stateName(inbox, state)}
        </span>
      </div>
      {look !== null && <Found look={look} />}
      {state === 'ready' && look !== null && look.place.missing.length > 0 && (
        <p className={isGuidanceChannel(look.place.channel) ? styles.soft : styles.care}>
          {missingSentence(inbox, look.place)}
        </p>
      )}
      {state === 'again' && <p className={styles.soft}>{inbox.again}</p>}
      {state === 'declined' && <p className={styles.soft}>{inbox.declined}</p>}
      {state === 'held' && look !== null && <Held look={look} />}
      {state === 'refused' && (
        <div className={styles.refusal}>
          <FailureNotice failure={arrival.failure} />
        </div>
      )}
      <Deeds arrival={arrival} isBusy={isBusy} />
    </li>
  );
}

function stateName(inbox: Words['inbox'], state: Arrival['state']): string {
  const names: Record<Arrival['state'], string> = {
    waiting: inbox.waiting,
    looking: inbox.lookingNow,
    stopped: inbox.stopped,
    ready: inbox.readyState,
    again: inbox.againState,
    held: inbox.heldState,
    taking: inbox.takingNow,
    declined: inbox.decline,
    refused: inbox.refusedState,
    taken: inbox.takenState,
  };
  return names[state];
}

function Found({ look: { verification } }: { look: Look }) {
  const { words, count } = useSpeech();
  const { endorsements, guidance, inbox, kinds } = words;
  const { contents, original, senderName, senderEnrolledAt, sequence, statement } = verification;
  const records =
    contents.length === 0 ? inbox.noRecords : inbox.recordCount(count(contents.length));
  const enrolled = senderEnrolledAt === null ? '' : formatDate(senderEnrolledAt);
  const note = statement?.note ?? '';
  const cards = statement?.kind === 'guidance' ? statement.cards.length : 0;
  return (
    <>
      <p className={styles.sentence}>
        {inbox.packKinds[verification.kind]}
        {inbox.colon}
        {inbox.signed(senderName, enrolled, sequence, records)}
      </p>
      {original !== null && (
        <p className={styles.sentence}>
          {endorsements.original}
          {inbox.colon}
          {endorsements.originalText(
            original.senderName,
            original.sequence,
            formatDate(original.createdAt),
          )}
        </p>
      )}
      {note !== '' && (
        <p className={styles.soft}>
          {inbox.note}
          {inbox.colon}
          <span className="han">{note}</span>
        </p>
      )}
      {cards > 0 && <p className={styles.care}>{guidance.cardsCame(count(cards))}</p>}
      {contents.length > 0 && (
        <ul className={styles.contents} aria-label={inbox.contents}>
          {contents.map((record) => (
            <li key={record.id}>
              <span className="han">{record.title}</span>
              {` · ${kinds[record.kind]} · ${inbox.revision(record.revision)}`}
              <PackedFiles record={record} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Held({ look: { verification, place } }: { look: Look }) {
  const { inbox } = useSpeech().words;
  const notices = useNotices();
  const confirm = async () => {
    const { channel } = place;
    const { epoch } = verification;
    try {
      await callCommand('inbox.confirmEpoch', { channel, epoch });
      notices.say(inbox.confirmed);
      const isOfIt = (one: Arrival) => one.state === 'held' && one.look.place.channel === channel;
      await lookAgain(isOfIt);
    } catch (error) {
      notices.fail(failureOf(error));
    }
  };
  return (
    <>
      <p className={styles.care}>{inbox.heldText(verification.senderName)}</p>
      <p className={styles.soft}>
        {inbox.epoch} <span className={styles.code}>{verification.epoch}</span>
      </p>
      <div className={styles.buttons}>
        <Button size="compact-sm" variant="default" onClick={() => void confirm()}>
          {inbox.confirm}
        </Button>
      </div>
    </>
  );
}

function Deeds({ arrival, isBusy }: { arrival: Arrival; isBusy: boolean }) {
  const { inbox } = useSpeech().words;
  const { go, open } = useView();
  const { id, source, state } = arrival;
  const small = { size: 'compact-sm', variant: 'default' } as const;
  if (state === 'waiting' || state === 'looking' || state === 'taking') return null;
  const hasRecords = arrival.state === 'taken' && arrival.taken.records > 0;
  const library =
    arrival.state === 'taken' && arrival.taken.kind === 'guidance' ? 'guidance' : 'received';
  const office =
    arrival.state === 'taken' && arrival.taken.kind === 'office'
      ? (arrival.look.verification.contents[0]?.id as RecordId | undefined)
      : undefined;
  return (
    <div className={styles.buttons}>
      {state === 'ready' && (
        <>
          <Button size="compact-sm" disabled={isBusy} onClick={() => void accept([id])}>
            {inbox.accept}
          </Button>
          <Button {...small} disabled={isBusy} onClick={() => decline(id)}>
            {inbox.decline}
          </Button>
        </>
      )}
      {hasRecords && (
        <Button
          {...small}
          onClick={() => {
            // What a colleague sent is a record of one's own, or becomes one.
            if (office === undefined) go({ at: 'library', library });
            else open({ id: office, terms: [], section: null });
          }}
        >
          {inbox.open}
        </Button>
      )}
      {(state === 'refused' || state === 'declined' || state === 'stopped') && (
        <Button {...small} disabled={isBusy} onClick={() => void bring([source])}>
          {inbox.lookAgain}
        </Button>
      )}
      {state !== 'ready' && (
        <Button {...small} onClick={() => putAway([id])}>
          {inbox.putAway}
        </Button>
      )}
    </div>
  );
}
