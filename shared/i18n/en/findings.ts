import type { findingKinds as sourceKinds, findings as source } from '../zh-CN/findings.ts';

export const findings: typeof source = {
  title: 'Personal data and markings',
  none: 'No identity numbers, telephones, addresses or other personal data, and no secrecy marking.',
  hint: 'This only points; the text is not changed. Numbers of cases, papers, patents, trademarks and registrations are not among them.',
  count: (kind, count) => `${kind}: ${count}`,
  more: (count) => `${count} more`,
  goTo: (kind, words) => `Go to ${kind} “${words}”`,
};

export const findingKinds: typeof sourceKinds = {
  'id-card': {
    name: 'identity card',
    reason:
      'An identity number with a right check digit and a possible birth date; it must not leave.',
  },
  mobile: { name: 'mobile number', reason: 'Eleven digits that reach the person at once.' },
  phone: {
    name: 'telephone',
    reason: 'A number with an area code, an extension or a service prefix: a contact.',
  },
  'bank-card': { name: 'bank card', reason: 'A card or account number with a right check digit.' },
  plate: { name: 'number plate', reason: 'A plate leads to the keeper of the car.' },
  'credit-code': {
    name: 'unified credit code',
    reason: 'A code with a right check digit tells which organisation this is.',
  },
  email: { name: 'e-mail', reason: 'An e-mail address is a contact.' },
  address: {
    name: 'address',
    reason:
      'An address down to the house, flat or village group. Places down to a county are none.',
  },
  'birth-date': {
    name: 'date of birth',
    reason: 'With a surname beside it, it may tell who this is.',
  },
  passport: {
    name: 'passport or permit',
    reason: 'The number of a passport or of a travel permit of Hong Kong, Macao or Taiwan.',
  },
  wechat: { name: 'WeChat', reason: 'A WeChat name is a contact.' },
  qq: { name: 'QQ', reason: 'A QQ number is a contact.' },
  'secrecy-marking': {
    name: 'secrecy marking',
    reason:
      'Material marked as a state secret must not be stored in this software. Deal with it at once as the secrecy rules say.',
  },
};
