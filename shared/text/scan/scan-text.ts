import { findIdentifiers } from '../identifiers.ts';
import { findAddresses } from './address.ts';
import { findBirthDates } from './birth-date.ts';
import { findQq, findWechat } from './chat-names.ts';
import { findCreditCodes } from './credit-code.ts';
import { findEmails } from './email.ts';
import type { Find, Finding } from './finding.ts';
import { findNumbers } from './numbers.ts';
import { findPassports } from './passport.ts';
import { findPhones } from './phone.ts';
import { findPlates } from './plate.ts';
import { resolve } from './resolve.ts';
import { findSecrecy } from './secrecy.ts';
import { viewOf } from './view.ts';
import { findWrapped } from './wrapped-lines.ts';

const numbers: readonly Find[] = [findNumbers, findPhones, findCreditCodes];
const others: readonly Find[] = [
  findPlates,
  findEmails,
  findBirthDates,
  findPassports,
  findWechat,
  findQq,
  findAddresses,
];

type Options = {
  /** Whether the text is where a document begins: only there a grade of secrecy alone on a line is a marking. */
  isBeginning?: boolean;
};

/**
 * Everything in a text that must not leave unseen: personal numbers, addresses, dates of birth, markings of state
 * secrets. In the order of the text, without overlaps, in UTF-16 units. Numbers of cases, papers, patents, trademarks and
 * registrations are never among them. The time it takes grows with the length of the text and with nothing else.
 */
export function scanText(source: string, { isBeginning = true }: Options = {}): Finding[] {
  const view = viewOf(source);
  const { text } = view;
  const found = [...numbers, ...others].flatMap((find) => find(text));
  const all = [...found, ...findWrapped(text, found, numbers)];
  const free = all.length === 0 ? all : withoutIdentifiers(text, all);
  return resolve([...free, ...findSecrecy(text, isBeginning)]).map((finding) =>
    view.toSource(finding),
  );
}

/** An address is not taken away: what is numbered in it may look like anything. */
function withoutIdentifiers(text: string, found: readonly Finding[]): Finding[] {
  const identifiers = findIdentifiers(text).toSorted((one, other) => one.start - other.start);
  if (identifiers.length === 0) return [...found];
  const byStart = found.toSorted((one, other) => one.start - other.start);
  const free: Finding[] = [];
  let at = 0;
  let reach = 0;
  for (const finding of byStart) {
    while (at < identifiers.length && (identifiers[at]?.start ?? 0) < finding.end) {
      reach = Math.max(reach, identifiers[at]?.end ?? 0);
      at += 1;
    }
    if (reach <= finding.start || finding.kind === 'address' || finding.kind === 'birth-date') {
      free.push(finding);
    }
  }
  return free;
}
