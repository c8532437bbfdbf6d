import type { samples as source } from '../zh-CN/samples.ts';

export const samples: typeof source = {
  offer: 'Add sample records',
  offerText: 'You may also add invented sample records to try things out; one step removes them.',
  badge: 'Invented sample',
  title: 'Sample records',
  text: 'Some thirty invented cases, practices, research notes and briefs. People, offices and places are made up. They are there to learn the program with.',
  add: 'Add the samples',
  remove: 'Remove the samples',
  adding: 'Adding the samples',
  added: (count) => `${count} samples added. Lists mark them “Invented sample”.`,
  alreadyThere: 'The samples are in the workspace already.',
  removed: (count) => `${count} samples removed.`,
  kept: (count) => `${count} that you had changed were kept as records of your own.`,
};
