/** What somebody is in a matter. The words are in `shared/i18n`. */
export const partyRoles = [
  'defendant',
  'suspect',
  'victim',
  'witness',
  'expert',
  'minor',
  'defendant-unit',
  'victim-unit',
  'right-holder',
  'representative',
  'plaintiff',
  'accused',
  'third-party',
  'appellant',
  'appellee',
  'applicant',
  'respondent',
  'other',
] as const;
export type PartyRole = (typeof partyRoles)[number];
