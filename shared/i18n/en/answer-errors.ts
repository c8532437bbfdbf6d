import type { AllFailureWords } from '../failure-words.ts';
import type { answerErrors as zhCN } from '../zh-CN/answer-errors.ts';

/** What may go wrong with states, receipts and messages. */
export const answerErrors: Pick<AllFailureWords, keyof typeof zhCN> = {
  'pack-mixes-corrections': {
    what: ({ count = '', others = '' }) =>
      `${count} of the chosen records went to this office before, ${others} did not. Corrections go in a pack of their own, which names what they replace. Nothing was written.`,
    next: 'Make two packs: one of what went before, one of what is new.',
  },
  'record-not-sent': {
    what: ({ office = '' }) =>
      `Some of the chosen records did not go to “${office}”, or were withdrawn already. Nothing was written.`,
    next: 'Check the office and the records.',
  },
  'caseload-with-correction': {
    what: 'A correction brings no caseload figures. Nothing was written.',
    next: 'Leave the figures out, or send them with new records.',
  },
  'pack-key-revoked': {
    what: 'The pack is signed with a key that was revoked or replaced, and was not taken in before. Whatever date it bears, it is refused.',
    next: 'Telephone the office at a number you found yourself. If it changed its keys, enrol the new card and have it send again.',
  },
  'card-not-pending': {
    what: 'This card does not wait to be compared any more: it was enrolled or refused.',
    next: 'Look among the offices.',
  },
  'card-key-revoked': {
    what: 'This card uses a key that was revoked or replaced. It was not enrolled.',
    next: 'Ask the office to change its keys and to give you the new card.',
  },
  'pack-not-found': {
    what: 'This workspace did not write such a pack.',
    next: 'Look again.',
  },
  'pack-not-kept': {
    what: 'The bytes of this pack are no longer in the workspace, or are not what was written. It cannot be sent again as it was.',
    next: 'Only the newest packs are kept, and backups hold none. Send the records in a new pack, and tell the office.',
  },
  'pack-of-former-key': {
    what: 'The keys of this office were changed after this pack was made. It is signed with the old key, and an office that does not have it yet would refuse it, so it was not given out.',
    next: 'Make it again with the present key: a submission or correction by “Make again” among the packs made, a withdrawal by “Withdraw” at its record, anything else the way it was sent first.',
  },
  'guidance-not-from-here': {
    what: 'A contact point sends no guidance; no file was written.',
    next: 'To submit records, use “Submission”; to ask something, use “Messages”.',
  },
  'guidance-empty': {
    what: 'No record, covering note or card was chosen; no file was written.',
    next: 'Choose records to send, or write a covering note.',
  },
  'guidance-no-recipients': {
    what: 'No office that can receive guidance is enrolled; no file was written.',
    next: 'Under “Offices”, enrol the cards of contact points or provincial offices first, and compare the fingerprints by telephone.',
  },
  'guidance-regards-others': {
    what: ({ title }) =>
      title === undefined
        ? 'Guidance that names records it is about goes to the one office that submitted them, alone; no file was written.'
        : `“${title}” is not a record that another office submitted, so guidance cannot be about it; no file was written.`,
    next: 'Choose records of one office, and that office as the only recipient; write to each office separately.',
  },
  'record-not-own': {
    what: ({ title }) =>
      `“${title}” is what another office submitted and is not passed on as it is; no file was written.`,
    next: 'Adopt it, duplicate it as a record of your own, approve that and send it.',
  },
  'kind-not-written-here': {
    what: 'Notices and calls come from the desk and provincial offices, not from contact points; nothing was saved.',
    next: 'Choose another kind.',
  },
  'received-state-told': {
    what: 'A receipt has already told that one of these records was returned or adopted. That stands; nothing was changed.',
    next: 'Of a returned record, wait for the correction. For anything else, write a message.',
  },
  'answer-reveals': {
    what: 'What was written holds something that must not leave (a real name, a number, an address). It was neither kept nor sent.',
    next: 'Use pseudonyms or leave it out; if the chosen passage holds it, choose fewer words.',
  },
  'receipts-none-due': {
    what: 'No pack waits for an answer and nothing has changed since. No receipt was written.',
    next: 'Take packs in or change the state of a record first.',
  },
  'receipt-not-found': {
    what: 'This pack has not been answered yet.',
    next: 'Write receipts first.',
  },
  'receipt-not-mine': {
    what: 'This receipt answers a pack that this office did not send there, or that was another. It was refused as a whole.',
    next: 'Telephone the sender. If a backup was restored here, first choose “Number anew after a restored backup” among the offices, then take it in again.',
  },
  'packs-forgotten': {
    what: ({ from = '', to = '' }) =>
      from === to
        ? `The sender has pack no. ${from} of this office, which is not here: it seems that a backup was restored. The receipt was not taken in; nothing was changed.`
        : `The sender has packs no. ${from} to ${to} of this office, which are not here: it seems that a backup was restored. The receipt was not taken in; nothing was changed.`,
    next: 'First choose “Number anew after a restored backup” among the offices, then take this file in again. If no backup was restored, somebody may have copied the workspace: leave everything as it is and report it.',
  },
  'message-not-found': {
    what: 'These messages are not in the workspace.',
    next: 'Look again.',
  },
  'alarm-not-found': {
    what: 'This was dealt with already.',
    next: 'Look again.',
  },
};
