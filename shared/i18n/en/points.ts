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
  cardVersion: 'Card version',
  enrolledAt: 'Enrolled',
  kind: 'Kind',
};
