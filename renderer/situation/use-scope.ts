import { useState } from 'react';
import { monthAt } from '../../shared/caseload/period.ts';

export const spans = ['all', 'this-year', 'last-12', 'last-3', 'custom'] as const;
export type Span = (typeof spans)[number];
export type Months = { from?: string; to?: string };

const isMonth = (text: string) => /^20\d{2}-(?:0[1-9]|1[0-2])$/u.test(text);

/** Over which months submissions are counted. */
export function useSpan() {
  const [span, setSpan] = useState<Span>('all');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [now] = useState(Date.now);
  return {
    span,
    setSpan,
    from,
    setFrom,
    to,
    setTo,
    months: monthsOfSpan(span, from, to, now),
  };
}
export type SpanState = ReturnType<typeof useSpan>;

/** What does not name a month bounds nothing. `now`: milliseconds since 1970. */
export function monthsOfSpan(span: Span, from: string, to: string, now: number): Months {
  const thisMonth = monthAt(now);
  if (span === 'this-year') return { from: `${thisMonth.slice(0, 4)}-01`, to: thisMonth };
  if (span === 'last-12') return { from: monthsBefore(thisMonth, 11), to: thisMonth };
  if (span === 'last-3') return { from: monthsBefore(thisMonth, 2), to: thisMonth };
  if (span === 'all') return {};
  return { ...(isMonth(from) ? { from } : {}), ...(isMonth(to) ? { to } : {}) };
}

export const isMonthOrEmpty = (text: string) => text === '' || isMonth(text);

function monthsBefore(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 - count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
