import { withFact, type AllFailureWords } from '../failure-words.ts';

type Codes =
  | 'profile-unknown'
  | 'profile-name-taken'
  | 'profile-not-reviewer'
  | 'profile-is-current'
  | 'profile-last-reviewer'
  | 'profiles-full'
  | 'approval-own'
  | 'not-approved';

/** What may go wrong with people, approvals and what they allow. */
export const reviewErrors: Pick<AllFailureWords, Codes> = {
  'profile-unknown': {
    what: (detail) =>
      withFact(
        detail,
        'profile',
        (name) => `Nobody called “${name}” works in this workspace.`,
        'Several people work in this workspace; it has to be said who opens it.',
      ),
    next: 'Choose yourself from the list; on the command line use --as NAME.',
  },
  'profile-name-taken': {
    what: (detail) =>
      withFact(
        detail,
        'name',
        (name) => `There already is somebody called “${name}”.`,
        'There already is somebody of this name.',
      ),
    next: 'Add something that tells the two apart.',
  },
  'profile-not-reviewer': {
    what: 'Only a reviewer may take this step.',
    next: 'Have a reviewer open the workspace with their own passphrase.',
  },
  'profile-is-current': {
    what: 'You cannot remove yourself while you have the workspace open.',
    next: 'Have another reviewer open it and remove you.',
  },
  'profile-last-reviewer': {
    what: 'A workspace needs at least one reviewer, so nothing was changed.',
    next: 'Make somebody else a reviewer first.',
  },
  'profiles-full': {
    what: 'A workspace has at most 64 people; nobody was added.',
    next: 'Remove people who have left first.',
  },
  'approval-own': {
    what: 'You sent this record for review yourself, so you can neither approve nor return it.',
    next: 'Have another reviewer decide, or take it back as a draft.',
  },
  'not-approved': {
    what: (detail) =>
      withFact(
        detail,
        'title',
        (title) =>
          `“${title}”${Number(detail['count']) > 1 ? ` and ${String(Number(detail['count']) - 1)} more are` : ' is'} not approved as it stands, so nothing was sent.`,
        'The record is not approved as it stands.',
      ),
    next: 'Have it approved first. Where no approval is wanted, a reviewer can say so in the settings, under People.',
  },
};
