import type { settings as source } from '../zh-CN/settings.ts';

export const settings: typeof source = {
  title: 'Settings',
  appearance: 'Appearance',
  language: 'Language',
  languages: { 'zh-CN': '简体中文', en: 'English' },
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  reading: 'Text type',
  readings: { screen: 'Sans (screen)', paper: 'FangSong (paper)' },
  workspace: 'Workspace',
  folder: 'Place',
  createdAt: 'Created',
  index: 'Search index',
  indexText:
    'The index is stored encrypted with the records. If search seems to miss something, compare the index with the records or make it anew.',
  check: 'Check the index',
  checking: 'Checking the index',
  checkFine: (count) => `Compared ${count} records. The index is whole.`,
  checkDiffers: (count, differing) =>
    `Compared ${count} records; ${differing} differ from the index. Rebuild it.`,
  rebuild: 'Rebuild the index',
  rebuilding: 'Rebuilding the index',
  rebuilt: (count) => `Rebuilt the index of ${count} records.`,
  about: 'About',
  version: 'Version',
  runtime: 'Runtime',
  runtimeElectron: (version) => `Electron ${version}`,
  trial: 'Trial runtime',
  trialText:
    'The proper runtime could not be had; this is an old trial version with known security flaws. Use it for trying out and showing only; put no real data in.',
  parts: 'Works of others',
  partsText:
    'citeproc-js © 2009–2019 Frank Bennett (CPAL 1.0); style GB/T 7714—2015 and locales: the contributors to the CSL project, citationstyles.org (CC BY-SA 3.0).',
  network: 'Network',
  networkText: 'The program never uses the network and reports nothing.',
  keys: 'Keyboard',
  shortcuts: {
    search: 'Search',
    newRecord: 'New record',
    importFiles: 'Import',
    lock: 'Lock',
    inspector: 'Show or hide properties',
    navigation: 'Fold or unfold navigation',
    panes: 'Move between panes',
  },
};
