import { withFact, type AllFailureWords } from '../failure-words.ts';

/** What is said of packs that cannot be made or opened. */
export const packErrors = {
  'pack-too-large': {
    what: 'This pack, or a file in it, is beyond the limits of size, number or compression. The work was stopped.',
    next: 'Split it into several packs, or ask the sender to.',
  },
  'pack-not-decryptable': {
    what: 'It cannot be decrypted: it is not a pack, it is damaged, or it was not encrypted to this office.',
    next: 'Check that the whole file arrived. If it did, ask the sender to make it again for this office.',
  },
  'pack-not-addressed-here': {
    what: 'This pack is neither addressed to this office nor sent by it.',
    next: 'Return it to its sender.',
  },
  'pack-archive-unsafe': {
    what: (detail) =>
      withFact(
        detail,
        'entry',
        (entry) => `The entry “${entry}” could harm the computer. The whole pack was refused.`,
        'It holds an entry that could harm the computer. The whole pack was refused.',
      ),
    next: 'Do not unpack it with other software. Ask the sender whether it is really theirs.',
  },
  'pack-structure-invalid': {
    what: 'The pack is not built as it should be. It was refused as a whole.',
    next: 'Ask the sender to make it again with Jianzhi.',
  },
  'pack-signer-unknown': {
    what: 'The office that signed it is not enrolled, so it is not certain who sent it.',
    next: 'Enrol the office’s card and compare the fingerprint by telephone, then verify again.',
  },
  'pack-signature-invalid': {
    what: 'The signature does not fit: the content was changed after signing, or the signature is forged.',
    next: 'Do not use its content. Call the sender at once.',
  },
  'pack-comment-differs': {
    what: 'What the signature says differs from the table of contents. The pack was refused as a whole.',
    next: 'Ask the sender to make it again.',
  },
  'pack-kind-unknown': {
    what: 'This version does not know this kind of pack.',
    next: 'Update the program, then verify again.',
  },
  'pack-kind-not-allowed': {
    what: 'The sender may not send packs of this kind to this office; the whole pack was refused.',
    next: 'Ask the sender what it is meant to be.',
  },
  'pack-not-for-office': {
    what: (detail) =>
      withFact(
        detail,
        'name',
        (name) => `This office may not send such a pack to “${name}”.`,
        'This office may not send such a pack to the office chosen.',
      ),
    next: 'Choose another recipient.',
  },
  'pack-statement-invalid': {
    what: 'What the pack says about itself is not in the prescribed form; the whole pack was refused.',
    next: 'Ask the sender to make it again with Jianzhi.',
  },
  'pack-is-own': {
    what: 'This office made this pack itself.',
    next: 'Hand it to its recipient; to check it, use “Verify”.',
  },
  'pack-number-taken': {
    what: 'Another pack was taken in under this number; this one was refused whole.',
    next: 'Ask the sender: it may be forged, or the sender’s workspace was copied.',
  },
  'pack-chain-broken': {
    what: 'This pack does not fit the packs before and after it; it was refused whole.',
    next: 'Ask the sender about it.',
  },
  'epoch-unconfirmed': {
    what: 'The sender has begun a new numbering: a backup was restored, or somebody is pretending. It is not taken in yet.',
    next: 'Telephone the sender, confirm, and take it in again.',
  },
  'epoch-not-held': {
    what: 'No such numbering waits to be confirmed.',
    next: 'Look again.',
  },
  'pack-suite-unknown': {
    what: 'This pack uses cryptography that this version does not know.',
    next: 'Update the program, then verify again.',
  },
  'pack-newer': {
    what: 'The format of this pack is newer than this version.',
    next: 'Update the program, then verify again.',
  },
  'pack-payload-changed': {
    what: (detail) =>
      withFact(
        detail,
        'file',
        (name) =>
          `The file “${name}” in the pack was changed after signing. The pack was refused as a whole.`,
        'A file in the pack was changed after signing. The pack was refused as a whole.',
      ),
    next: 'Do not use its content. Ask the sender.',
  },
  'pack-file-unlisted': {
    what: (detail) =>
      withFact(
        detail,
        'file',
        (name) =>
          `The pack holds a file that is not on its list, “${name}”. It was refused as a whole.`,
        'The pack holds a file that is not on its list. It was refused as a whole.',
      ),
    next: 'Ask the sender to make it again.',
  },
  'pack-file-missing': {
    what: (detail) =>
      withFact(
        detail,
        'file',
        (name) => `The listed file “${name}” is not in the pack. It was refused as a whole.`,
        'A listed file is not in the pack. It was refused as a whole.',
      ),
    next: 'Ask the sender to make it again.',
  },
  'pack-record-invalid': {
    what: 'A record in the pack does not have the required form. The pack was refused as a whole.',
    next: 'Ask the sender to make it again.',
  },
  'pack-rendering-differs': {
    what: 'The page for reading differs from the record’s data: what one sees may not be what was submitted. The pack was refused as a whole.',
    next: 'Ask the sender to make it again.',
  },
  'office-not-colleague': {
    what: 'This office is not marked as a colleague of this house, so records cannot go there with real names.',
    next: 'Look at it under Offices; if it really is a colleague, mark it there first.',
  },
  'office-not-reviewer': {
    what: 'This record did not come from that colleague and cannot be returned there.',
    next: 'Choose the colleague it came from.',
  },
  'office-is-theirs': {
    what: 'This record is that colleague’s and came here for review.',
    next: 'Return it instead.',
  },
  'record-is-colleagues': {
    what: 'Some of these records are a colleague’s and came here for review. They leave from there alone, where the pseudonyms are. Nothing was written.',
    next: 'Return it to the colleague, who then submits it.',
  },
  'office-not-expected': {
    what: 'The pack does not fit this workspace: what comes back was never sent, or what comes for review is another record here. Nothing was taken in.',
    next: 'Ask your colleague which record it is.',
  },
  'office-merge-open': {
    what: 'Something that came back for this record still waits to be joined.',
    next: 'Decide its conflicts first.',
  },
  'office-nothing-to-merge': {
    what: 'Nothing waits to be joined to this record.',
    next: 'It may have been joined already: see its history.',
  },
  'office-conflicts-open': {
    what: 'Some conflicts are not decided.',
    next: 'Choose for each of them, then join.',
  },
  'office-approval-invalid': {
    what: 'The signature of the approval in the pack does not hold. The pack was refused as a whole.',
    next: 'Telephone your colleague and ask for it again.',
  },
} satisfies Partial<AllFailureWords>;
