/** What the scanner looks for. The order is the order of trust where two findings have the same span. */
export const findingKinds = [
  'secrecy-marking',
  'email',
  'id-card',
  'credit-code',
  'bank-card',
  'passport',
  'qq',
  'mobile',
  'phone',
  'plate',
  'wechat',
  'birth-date',
  'address',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Where something stands that must not leave unseen, in UTF-16 units of the text; `end` is exclusive. */
export type Finding = { kind: FindingKind; start: number; end: number };

/** A kind's search: places in the folded text that it was given. */
export type Find = (text: string) => Finding[];
