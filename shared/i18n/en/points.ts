import type { points as source } from '../zh-CN/points.ts';

export const points: typeof source = {
  title: 'Offices',
  own: 'This office’s card',
  ownText:
    'Give the card file to the other office, then read the fingerprint to them by telephone. They read theirs to you.',
  fingerprint: 'Fingerprint',
  fingerprintGroups: (groups) => `Fingerprint: ${groups}`,
  saveCard: 'Save the card',
  saveCardTitle: 'Save this office’s card',
  cardFileName: (name) => `card_${name}`,
  cardSaved: (file) => `Card saved to ${file}`,
  enrolled: 'Enrolled offices',
  none: 'No other office is enrolled yet',
  noneText:
    'When an office’s card file (.jzcard) has come, enrol it here. Then you can submit to it and verify its packs.',
  enrol: 'Enrol an office',
  enrolTitle: 'Enrol an office',
  chooseCard: 'Choose a card file',
  chooseCardTitle: 'Choose the card the office sent',
  cardOf: 'Office on the card',
  callThem: (name) =>
    `Call “${name}” at a number you have found yourself. Let them read the fingerprint of their card and type what you hear. Use no number or fingerprint that came with the card.`,
  typeFingerprint: 'Fingerprint heard on the telephone',
  typeFingerprintHint: '30 digits; spaces do not matter',
  noPaste: 'Type it: a pasted fingerprint does not prove that the card was not exchanged.',
  digitsTyped: (count) => `${count} of 30 digits`,
  enrolNow: 'Enrol',
  enrolledNow: (name) => `Enrolled “${name}”`,
  revoke: 'Revoke card',
  revokeTitle: (name) => `Revoke the card of “${name}”`,
  revokeText:
    'When its keys leaked, a medium was lost, or the office is no more. Nothing is encrypted to it any more, and packs signed with this card’s key that were not taken in before are refused, whatever date they bear. What came before stays. When the office has changed its keys, its new card can be enrolled.',
  revokeReason: 'Why (kept in the audit trail)',
  revokedNow: (name) => `The card of “${name}” is revoked`,
  revoked: 'Revoked cards',
  revokedOn: (date) => `revoked on ${date}`,
  changeKeys: 'Change keys',
  changeKeysTitle: 'Change the keys of this office',
  changeKeysText:
    'When the keys may have leaked, or rules ask for it. The card gets the next version and another fingerprint; every office has to enrol it anew, by telephone, and accepts nothing from here until then. The old keys stay in the workspace, only to open packs that were sent before.',
  changeKeysSure:
    'I will hand the new card to every enrolled office and compare the fingerprint again',
  keysChanged: (version) =>
    `The keys are changed; the card is version ${version}. Export the new card.`,
  startEpoch: 'Number anew after a restored backup',
  startEpochTitle: 'Begin the numbering anew',
  startEpochText:
    'Only after the workspace was restored from a backup: numbers given since then are taken elsewhere, and packs under them would be refused. Receivers hold the first pack after this until they have telephoned.',
  epochStarted: 'The numbering begins anew. Telephone the receiving offices.',
  pending: 'Cards to be compared',
  pendingText:
    'They came along with guidance, since offices changed their keys. Who passed them on vouches for nothing: until the fingerprint was compared by telephone nothing is encrypted to them and nothing is verified with them.',
  pendingFrom: (office, date) => `Passed on by “${office}”, ${date}`,
  pendingReplaces: (version) => `Would replace version ${version}`,
  compare: 'Compare and enrol',
  refusePending: 'Refuse',
  refusedPending: (name) => `This card of “${name}” was refused. Its file can still be enrolled.`,
  cardVersion: 'Card version',
  enrolledAt: 'Enrolled',
  kind: 'Kind',
  findCard: 'Find by name or fingerprint',
  findPending: 'Find by name or by who passed it on',
  count: (count) => `${count} offices`,
  found: (found, count) => `${found} of ${count} offices found`,
  more: (count) => `Show ${count} more`,
};
