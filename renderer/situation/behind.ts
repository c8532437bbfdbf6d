import type { CallInput } from '../../shared/contract/index.ts';

/** What a number counts: the list that it opens. */
export type Behind =
  | {
      what: 'records';
      title: string;
      question: Omit<CallInput<'situation.records'>, 'offset' | 'limit'>;
    }
  | {
      what: 'offices';
      title: string;
      question: Omit<CallInput<'situation.offices'>, 'offset' | 'limit'>;
    };
export type Open = (behind: Behind) => void;
