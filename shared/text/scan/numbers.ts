import { isBankCard } from './bank-card.ts';
import type { Find, Finding, FindingKind } from './finding.ts';
import { isIdCard, isOldIdCard } from './id-card.ts';
import {
  beginsHere,
  endsHere,
  isAmount,
  isNumberOfThing,
  isOrdinal,
  labelBefore,
} from './labels.ts';
import { numberRuns, type Group, type Run } from './number-runs.ts';

const MOST_DIGITS = 19;
/** How people group a mobile number. */
const mobileForms = /^(?:11|3,4,4|3,8|7,4|4,4,3|1(?:,1){10})$/u;
const bankForms = /^(?:\d\d|4,4,4,4(?:,[1-3])?|6,1[0-3]|4,4,4,[4-7]|1(?:,1){15,18})$/u;

/** Identity cards, bank cards and mobile numbers, in one go or in groups. */
export const findNumbers: Find = (text) => {
  const found: Finding[] = [];
  for (const run of numberRuns(text)) {
    let free = 0;
    for (let first = 0; first < run.groups.length; first += 1) {
      const taken = takeFrom(text, run, first, free);
      if (taken === null) continue;
      found.push(taken.finding);
      first = taken.last;
      free = taken.last + 1;
    }
  }
  return found;
};

type Taken = { finding: Finding; last: number };

/** The longest number that begins with this group; groups before `free` belong to another one. */
function takeFrom(text: string, run: Run, first: number, free: number): Taken | null {
  const start = run.groups[first]?.start ?? 0;
  let best: Taken | null = null;
  let number = '';
  let form = '';
  const jointAfter = run.joints[first];
  for (let last = first; last < run.groups.length; last += 1) {
    const group = run.groups[last];
    if (group === undefined || number.length + group.end - group.start > MOST_DIGITS + 3) break;
    if (last > first && run.joints[last - 1] !== jointAfter) break;
    number += text.slice(group.start, group.end);
    form += `${form === '' ? '' : ','}${group.end - group.start}`;
    if (number.length < 11) continue;
    const candidate = { run, first, last, free, start, end: group.end, number, form };
    const finding = read(text, candidate);
    if (finding !== null) best = { finding, last };
  }
  return best;
}

type Candidate = {
  run: Run;
  first: number;
  last: number;
  free: number;
  start: number;
  end: number;
  number: string;
  form: string;
};

function read(text: string, candidate: Candidate): Finding | null {
  const { run, first, last, start, end, number, form } = candidate;
  const hasDots = run.joints.slice(first, last).includes('.');
  const is = (kind: FindingKind, to = end): Finding => ({ kind, start, end: to });
  if (!hasDots && number.length === 17 && text[end] === 'x' && isIdCard(`${number}x`)) {
    return isFree(text, candidate, end + 1) ? is('id-card', end + 1) : null;
  }
  if (!hasDots && number.length === 18 && isIdCard(number)) {
    return isFree(text, candidate, end) && !isOrdinal(text, start, end) ? is('id-card') : null;
  }
  if (number.length <= 15) return readMobile(text, candidate) ?? readOldIdCard(text, candidate);
  if (hasDots || number.length > MOST_DIGITS || !isFree(text, candidate, end)) return null;
  const label = labelBefore(text, start);
  if (!bankForms.test(form) || !isBankCard(number, label)) return null;
  return isAmount(text, start, end) || isOrdinal(text, start, end) ? null : is('bank-card');
}

function readOldIdCard(text: string, candidate: Candidate): Finding | null {
  const { first, last, start, end, number } = candidate;
  if (first !== last || !isOldIdCard(number) || !isFree(text, candidate, end)) return null;
  return /身份|证号/u.test(labelBefore(text, start)) ? { kind: 'id-card', start, end } : null;
}

function readMobile(text: string, candidate: Candidate): Finding | null {
  const { start, end, number, form } = candidate;
  const code = /^(?:(?:00)?86)?(?=1[3-9]\d{9}$)/u.exec(number);
  if (code === null) return null;
  const isPlain = code[0] === '';
  if (
    isPlain ? !mobileForms.test(form) : !mobileForms.test(form.replace(/^\d+,?/u, rest(code[0])))
  ) {
    return null;
  }
  const from = isPlain ? start - countryCode(text, start) : startOfPlus(text, start);
  if (
    !isFree(
      text,
      { ...candidate, free: from < start ? candidate.first : candidate.free },
      end,
      from,
    )
  ) {
    return null;
  }
  if (isAmount(text, from, end) || isOrdinal(text, from, end)) return null;
  if (isNumberOfThing(labelBefore(text, from))) return null;
  return { kind: 'mobile', start: from, end };
}

/** The form of what comes after the country code: it may be a group of its own, or the beginning of the first one. */
function rest(code: string) {
  return (group: string): string => {
    const length = Number.parseInt(group, 10) - code.length;
    return length > 0 ? `${length}${group.endsWith(',') ? ',' : ''}` : '';
  };
}

const codeBefore = /(?:(?:\+|(?<!\d)00)86|(?<![\d.,-])86(?=-)|\(\+?86\))(?: ?-? ?)$/u;

/** How many characters before a place are +86 or the like. */
function countryCode(text: string, start: number): number {
  return codeBefore.exec(text.slice(Math.max(0, start - 9), start))?.[0].length ?? 0;
}

function startOfPlus(text: string, start: number): number {
  return text[start - 1] === '+' ? start - 1 : start;
}

/** Whether the number has nothing at either side that it would be a part of. */
function isFree(text: string, candidate: Candidate, end: number, from = candidate.start): boolean {
  const { run, first, last, free, number } = candidate;
  if (!endsHere(text, end) && !isFollowed(text, run, last)) return false;
  if (from < candidate.start) return !/[a-z\d]/u.test(text[from - 1] ?? '');
  if (first > 0 && first >= free && first !== free) {
    const joint = run.joints[first - 1];
    if (joint === '-' || (joint === '.' && !isListNumber(text, run.groups[first - 1])))
      return false;
    if (first < last && number.length < 17) return false;
  }
  const isAfterAnother = first > 0 && first === free;
  return isAfterAnother || first === 0 ? isAfterAnother || beginsHere(text, candidate.start) : true;
}

/** 13812345678-13912345678: the hyphen stands between two of them. */
function isFollowed(text: string, run: Run, last: number): boolean {
  const next = run.groups[last + 1];
  if (next === undefined || run.joints[last] !== '-') return false;
  return /^1[3-9]\d{9}$/u.test(text.slice(next.start, next.end));
}

/** `1.13812345678` at the beginning of a line. */
function isListNumber(text: string, group: Group | undefined): boolean {
  if (group === undefined || group.end - group.start > 2) return false;
  return (
    group.start === 0 || /[\n;。]\s*$/u.test(text.slice(Math.max(0, group.start - 3), group.start))
  );
}
