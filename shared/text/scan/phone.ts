import type { Find, Finding } from './finding.ts';
import {
  beginsHere,
  endsHere,
  isAmount,
  isNumberOfThing,
  isOrdinal,
  labelBefore,
} from './labels.ts';

const extension = '(?:(?: ?(?:转|分机号?|转分机|ext\\.?|x|#)[: ]?|-)\\d{1,6})?';
const local = '(?:[1-9]\\d{6,7}|[1-9]\\d{2,3}[ -]\\d{4})';
/** Without an area code no local number begins with 1; part of a mobile number may. */
const bareLocal = local.replaceAll('[1-9]', '[2-9]');
const area = '(?:10|2\\d|[3-9]\\d{2})';

/** Where a hyphen or brackets tell the area code, any digits may be one. */
const anyArea = '0[1-9]\\d{1,2}';
const separated = new RegExp(
  `(?:\\(${anyArea}\\) ?|${anyArea} ?- ?)(?:[1-9]\\d{6,7}|[1-9]\\d{2,3}[ -]\\d{4})${extension}`,
  'gu',
);
/** With an area code, in one of its brackets or none; +86 takes the place of the 0. */
const withArea = new RegExp(
  `(?:(?:\\+|00)86[ -]{0,2}(?:\\(0?${area}\\)[ -]?|0?${area}(?: ?- ?| ?))|\\(0${area}\\)[ -]?|0${area}(?: ?- ?| ?))${local}${extension}`,
  'gu',
);
/** 400 and 800: services, in the groups that they are advertised in. */
const service = new RegExp(
  `(?:400|800)(?:\\d{7}|[ -]\\d{3}[ -]?\\d{4}|[ -]\\d{4}[ -]?\\d{3}|[ -]\\d{7}|\\d-\\d{3}-\\d{3})${extension}`,
  'gu',
);
/** Hong Kong, Macao and Taiwan from abroad. */
const overseas = /(?:\+|00)(?:852|853|886)[ -]?\d{3,4}[ -]?\d{4,6}/gu;
/** Without an area code only a label makes it one. */
const labelled = new RegExp(
  `(?:电话|座机|传真|热线|总机|固话|tel|fax)(?:号码?)?[:为是 "(]{0,3}(${bareLocal}${extension})`,
  'gu',
);

/** 0571-88881234、88881235. */
const another = /^(?:、|,|\/|和|及|或)([2-9]\d{6,7})(?!\d)/u;

/** Fixed telephones, with their extension. */
export const findPhones: Find = (text) => {
  const found: Finding[] = [];
  const take = (start: number, end: number) => {
    if (!beginsHere(text, start) || !endsHere(text, end)) return;
    if (isAmount(text, start, end) || isOrdinal(text, start, end)) return;
    if (isNumberOfThing(labelBefore(text, start))) return;
    found.push({ kind: 'phone', start, end });
    for (let to = end; ;) {
      const next = another.exec(text.slice(to, to + 12));
      if (next === null || isAmount(text, to + 1, to + next[0].length)) return;
      found.push({ kind: 'phone', start: to + 1, end: to + next[0].length });
      to += next[0].length;
    }
  };
  for (const pattern of [withArea, separated, service, overseas]) {
    for (const match of text.matchAll(pattern)) take(match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(labelled)) {
    const end = match.index + match[0].length;
    take(end - (match[1] ?? '').length, end);
  }
  return found;
};
