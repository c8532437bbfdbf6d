import type { profiles as source } from '../zh-CN/profiles.ts';

export const profiles: typeof source = {
  title: 'People',
  text: 'Everybody opens the workspace with their own passphrase and signs approvals with their own key. Whoever works alone needs to set nothing.',
  mine: 'My name',
  yourName: 'Your name (optional)',
  yourNameHint: 'For signed approvals and the audit trail; can be given later',
  who: 'Who opens it',
  recoverWho: 'Whose passphrase to set',
  unnamed: '(no name)',
  you: 'You',
  officer: 'Officer',
  reviewer: 'Reviewer',
  reviewerHint: 'May approve what others send for review, and add and remove people',
  add: 'Add a person',
  name: 'Name',
  theirPassphrase: 'Their passphrase (let them type it)',
  yourPassphrase: 'Your passphrase',
  change: 'Change',
  changeOf: (name: string) => `Change “${name}”`,
  remove: 'Remove',
  removeOf: (name: string) => `Remove “${name}”`,
  removeText:
    'Their passphrase will no longer open the workspace; what they did stays under their name. Copies of the workspace folder made before still open with the old passphrase.',
  removed: (date: string) => `Removed ${date}`,
  added: (name: string) => `“${name}” was added.`,
  since: (date: string) => `Since ${date}`,
};
