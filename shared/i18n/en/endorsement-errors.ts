import { withFact, type AllFailureWords } from '../failure-words.ts';
import type { endorsementErrors as zhCN } from '../zh-CN/endorsement-errors.ts';

/** A provincial office forwards what its points sent. */
export const endorsementErrors: Pick<AllFailureWords, keyof typeof zhCN> = {
  'endorsed-signer-unknown': {
    what: 'The original inside is signed by an office that is not enrolled here, so it is not certain who submitted it. Nothing was taken in.',
    next: 'Ask that office for its card, compare the fingerprint by telephone, enrol it, then take the file in again.',
  },
  'endorsed-not-for-sender': {
    what: (detail) =>
      withFact(
        detail,
        'name',
        (name) =>
          `The original inside is from ${name}, but was not sent to the office that forwards it. Nothing was taken in.`,
        'The original inside was not sent to the office that forwards it. Nothing was taken in.',
      ),
    next: 'Telephone the office that forwarded it and the one that submitted it.',
  },
  'endorsed-not-forwardable': {
    what: 'The original inside is no submission, correction or withdrawal of a contact point, so it cannot be forwarded. Nothing was taken in.',
    next: 'Ask the office that forwarded it to endorse it again.',
  },
  'endorsed-original-invalid': {
    what: (detail) =>
      withFact(
        detail,
        'code',
        (code) => `The original inside did not pass the checks (${code}). Nothing was taken in.`,
        'The original inside did not pass the checks. Nothing was taken in.',
      ),
    next: 'Do not use its content. Ask the office that forwarded it to look into it and send it again.',
  },
  'original-not-kept': {
    what: 'The original of this pack is no longer here: a record in it was withdrawn, or it came before originals were kept.',
    next: 'Ask the office that submitted it to send the remaining records again, then endorse those.',
  },
  'original-damaged': {
    what: 'The original kept here is damaged: it is not what was verified when it came. Nothing was written.',
    next: 'Restore a backup, or ask the office that submitted it to send it again.',
  },
  'opinion-missing': {
    what: (detail) =>
      withFact(
        detail,
        'count',
        (x) => `${x} records have no opinion yet, so nothing was written.`,
        'Some records have no opinion yet, so nothing was written.',
      ),
    next: 'Say of every record in the pack whether it is recommended.',
  },
  'workspace-not-province': {
    what: 'Only the workspace of a provincial office endorses.',
    next: 'Do this in the workspace of the provincial office.',
  },
};
