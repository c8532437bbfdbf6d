import type { phases as source } from '../zh-CN/phases.ts';

export const phases: typeof source = {
  working: 'Working',
  collecting: 'Counting files',
  reading: 'Reading',
  writing: 'Writing the file',
  'reading-texts': 'Reading the text of attachments',
  storing: 'Storing',
  checking: 'Checking what leaves',
  gathering: 'Gathering records',
  rendering: 'Making reading pages',
  hashing: 'Hashing',
  signing: 'Signing',
  packing: 'Packing',
  encrypting: 'Encrypting',
  decrypting: 'Decrypting',
  unpacking: 'Checking the archive',
  verifying: 'Verifying',
  comparing: 'Comparing',
  searching: 'Searching',
  purging: 'Destroying',
  indexing: 'Indexing',
};
