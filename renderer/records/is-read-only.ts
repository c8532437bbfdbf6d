import type { RecordSummary } from '../../shared/contract/records.ts';

/** Precedents, and what other offices sent: their text is not ours to write in. Neither has a status. */
export const isReadOnly = ({ status }: Pick<RecordSummary, 'status'>): boolean => status === null;
