import type { AllFailureWords } from '../failure-words.ts';
import type { answerErrors as zhCN } from '../zh-CN/answer-errors.ts';

/** What may go wrong with states, receipts and messages. */
export const answerErrors: Pick<AllFailureWords, keyof typeof zhCN> = {
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
    next: 'Telephone the sender. If a backup was restored here, say so.',
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
