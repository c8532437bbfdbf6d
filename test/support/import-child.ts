// A second program that imports: `import-child DATABASE KEY FOLDER` says how far it is, a line each time, until somebody ends it.
import { writeSync } from 'node:fs';
import { openDatabase } from '../../electron/store/database/open.ts';
import { importFiles } from '../../electron/store/records/import/import-files.ts';

const [file = '', key = '', folder = ''] = process.argv.slice(2);
const db = openDatabase(file, Buffer.from(key, 'hex'));
const input = {
  kind: 'typical-case' as const,
  paths: [folder],
  choices: [],
  changes: null,
  only: null,
};
// Without a buffer: what was said is heard, even of a program that is killed.
const report = ({ done }: { done: number }) => void writeSync(1, `${done}\n`);
await importFiles(db, input, Date.now, { report, signal: { aborted: false } });
db.close();
