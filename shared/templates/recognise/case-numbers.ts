import { fold } from '../../text/fold.ts';
import { findCourtCaseNumbers } from '../../text/identifiers.ts';

/** 汕濠检刑诉（2017）1号, 岚检民监〔2024〕35号, folded. */
const procuratorate = /\p{Script=Han}{2,16}\((?:19|20)\d{2}\)第?\d{1,6}号/gu;

type Place = { start: number; end: number };

/** Court case numbers (案号) in a text, each one once, in the form that is stored: see `normalCaseNumber`. */
export function findCaseNumbers(text: string): string[] {
  return numbersAt(text, findCourtCaseNumbers(fold(text)));
}

/** What stands after the label 案号: also the numbers of procuratorates' documents; `isAll` if nothing else stands there. */
export function readCaseNumberLine(text: string): { numbers: string[]; isAll: boolean } {
  const folded = fold(text);
  const courts = findCourtCaseNumbers(folded);
  const documents = [...folded.matchAll(procuratorate)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => courts.every((court) => end <= court.start || start >= court.end));
  const places = [...courts, ...documents].toSorted((one, other) => one.start - other.start);
  let rest = '';
  let from = 0;
  for (const { start, end } of places) {
    rest += text.slice(from, start);
    from = end;
  }
  rest += text.slice(from);
  const isAll = places.length > 0 && /^[\s、，,;；。/|和及与]*$/u.test(rest);
  return { numbers: numbersAt(text, places), isAll };
}

/** As written, but without white space, with half-width digits and with full-width parentheses around a court's year. */
export function normalCaseNumber(number: string): string {
  return number
    .replaceAll(/\s+/gu, '')
    .replaceAll(/[０-９－]/gu, (character) => character.normalize('NFKC'))
    .replace(/^[（(〔[［【](\d{4})[）)〕\]］】]/u, '（$1）')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
}

function numbersAt(text: string, places: readonly Place[]): string[] {
  return [...new Set(places.map(({ start, end }) => normalCaseNumber(text.slice(start, end))))];
}
