import type { Random } from '../../bench/random.ts';

/** The kinds that are asked for, by the names the command line answers with. */
export const kinds = [
  'id-card',
  'mobile',
  'phone',
  'bank-card',
  'plate',
  'credit-code',
  'email',
  'address',
  'birth-date',
  'passport',
  'wechat',
  'qq',
  'secrecy-marking',
] as const;
export type Kind = (typeof kinds)[number];

/** What must be found in a sentence: from `start` up to but not including `end`, in UTF-16 units. */
export type Answer = { kind: Kind; start: number; end: number };
/** `maker` names what made it, so that a miss can be looked at. */
export type Sentence = { text: string; answers: Answer[]; maker: string };

/** A piece of a sentence: plain text, or something that must be found. */
export type Piece = string | { kind: Kind; text: string };
export type Maker = (random: Random) => Piece[];

export function sentenceOf(pieces: readonly Piece[], maker: string): Sentence {
  let text = '';
  const answers: Answer[] = [];
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    answers.push({ kind: piece.kind, start: text.length, end: text.length + piece.text.length });
    text += piece.text;
  }
  return { text, answers, maker };
}

export function digits(random: Random, count: number): string {
  let text = '';
  for (let index = 0; index < count; index += 1) text += String(random.below(10));
  return text;
}

export function between(random: Random, from: number, to: number): number {
  return from + random.below(to - from + 1);
}

export function padded(number: number, width = 2): string {
  return String(number).padStart(width, '0');
}
