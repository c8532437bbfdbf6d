import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { attachmentsHandlers } from '../../electron/store/attachments/handlers.ts';
import type { StoreContext } from '../../electron/store/context.ts';
import { openWorkspace } from '../../electron/store/workspace/open-workspace.ts';
import { RecordId } from '../../shared/contract/records.ts';
import { PLANTED, plantedPdf, SHOWN } from '../support/planted-pdf.ts';
import { watchJob } from '../support/office.ts';
import { requireTools, shell } from '../support/shell.ts';
import { paragraph, wordParts, zipOf } from '../support/word-file.ts';
import { commandLineOf } from '../tour/command-line.ts';

const PASSPHRASE = '望舒区-2026-口令';
const WHO = '欧阳知微';

type Looked = {
  open: number;
  findings: { kind: string; text: string; place: { where: string } }[];
  files: { name: string; removed: { part: string }[] }[];
};

/** By the command line from the workspace to the pack; by other people's programs into what came out of it. */
describe('files that go along with a record', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianzhi-hidden-'));
  const point = commandLineOf(join(folder, 'point'), PASSPHRASE);
  const desk = commandLineOf(join(folder, 'desk'), PASSPHRASE);
  const originals = new Map<string, Buffer>();
  let out = '';
  let looked: Looked;
  after(() => rmSync(folder, { recursive: true, force: true }));

  before(async () => {
    requireTools('age', 'unzip', 'soffice', 'qpdf', 'exiftool', 'pdfinfo', 'pdfdetach', 'pdftoppm');
    point('init', '--kind', 'contact-point', '--name', '云汀市人民检察院');
    desk('init', '--kind', 'desk', '--name', '接收端');
    writeFileSync(join(folder, 'case.txt'), '折枝著作权案\n【基本案情】一段话。\n');
    point('import', '--as', 'precedent', join(folder, 'case.txt'));
    const id = point<{ items: { id: string }[] }>('list').items[0]?.id ?? '';
    const card = join(folder, 'desk.jzcard');
    const { fingerprint } = desk<{ fingerprint: string }>('card', '--out', card);
    point('enrol', card, '--fingerprint', fingerprint);
    await makeFiles(folder);
    const names = ['a.docx', 'b.pdf', 'c.pdf', 'd.jpg', 'e.png'];
    for (const name of names) originals.set(name, readFileSync(join(folder, name)));
    await attach(
      join(folder, 'point'),
      id,
      names.map((name) => join(folder, name)),
    );

    looked = point<Looked>('preflight', id, '--attachments', 'all');
    const pack = join(folder, 'out.jzpack');
    const write = ['export', '--records', id, '--to', '接收端', '--out', pack];
    write.push('--attachments', 'all');
    assert.throws(() => point(...write), /preflight-open/u);
    const decisions = join(folder, 'decisions.json');
    const kept = ['d.jpg', 'e.png', 'c.pdf', 'b.pdf', 'a.docx'].map((text) => ({
      kind: 'attachment-unread',
      text,
      decision: 'keep',
      reason: '已逐一看过',
    }));
    const rules = [{ kind: 'attachment-remarks', decision: 'mask' }, ...kept];
    writeFileSync(decisions, JSON.stringify({ decisions: rules }));
    point(...write, '--decisions', decisions);
    desk('keys', '--age-identity', join(folder, 'desk.key'), '--yes-write-secret');
    shell(
      folder,
      'age -d -i desk.key out.jzpack > bag.zip && mkdir bag && cd bag && unzip -q ../bag.zip',
    );
    out = join(folder, shell(folder, 'ls -d bag/*/data/attachments').trim());
  });

  it('are told with what will be taken out of them, and nothing in them is found that does not leave', () => {
    const partsOf = (name: string) =>
      looked.files.find((file) => file.name === name)?.removed.map(({ part }) => part) ?? [];
    assert.ok(partsOf('b.pdf').includes('properties'));
    assert.ok(partsOf('b.pdf').includes('embedded-file'));
    assert.ok(partsOf('c.pdf').includes('script'));
    assert.deepEqual(
      looked.findings.filter(({ kind }) => !kind.startsWith('attachment-')),
      [],
    );
  });

  it('leave under the hash of what leaves, and the originals stay as they are', () => {
    const left = readdirSync(out);
    assert.equal(left.length, originals.size);
    for (const name of left) {
      const bytes = readFileSync(join(out, name));
      assert.ok([...originals.values()].every((original) => !original.equals(bytes)));
      assert.match(shell(out, `sha256sum ${name}`), new RegExp(`^${name}`, 'u'));
    }
  });

  it('hold none of what was hidden in them, unpacked neither', () => {
    for (const name of readdirSync(out)) {
      const bytes = readFileSync(join(out, name));
      const kind = shell(out, `file -b --mime-type ${name}`).trim();
      let whole = bytes.toString('latin1') + shell(out, `exiftool -a -u -g1 ${name}`);
      if (kind === 'application/pdf') {
        // The picture in one of them is none that anybody could show, which is a warning (3).
        shell(out, `qpdf --check ${name} || test $? -eq 3`);
        shell(
          out,
          `qpdf --qdf --object-streams=disable ${name} ${folder}/${name}.qdf || test $? -eq 3`,
        );
        whole += readFileSync(join(folder, `${name}.qdf`)).toString('latin1');
        whole += shell(out, `pdfinfo ${name} && pdfinfo -js ${name} && pdfdetach -list ${name}`);
      }
      if (kind.includes('officedocument') || kind === 'application/zip') {
        whole += shell(out, `unzip -p ${name}`);
      }
      const bare = Buffer.from(whole, 'latin1').toString('utf8') + whole;
      for (const secret of [PLANTED, WHO, '13912345678', 'Canon', 'LibreOffice 7', '删去的话']) {
        assert.equal(bare.includes(secret), false, `${secret} in a file of kind ${kind}`);
      }
    }
  });

  it('look as they did', () => {
    for (const name of readdirSync(out)) {
      const kind = shell(out, `file -b --mime-type ${name}`).trim();
      if (kind !== 'application/pdf') continue;
      const text = shell(out, `pdftotext ${name} -`);
      if (text.includes(SHOWN)) continue;
      assert.match(text, /正文一段/u);
      shell(out, `pdftoppm -r 60 ${name} ${folder}/now`);
      shell(folder, 'pdftoppm -r 60 b.pdf before');
      shell(folder, 'cmp now-1.ppm before-1.ppm');
    }
  });
});

async function attach(workspace: string, id: string, paths: string[]): Promise<void> {
  const context: StoreContext = { clock: Date.now, open: null };
  await openWorkspace(context, {
    folder: workspace,
    passphrase: PASSPHRASE,
    acceptsFolderRisk: true,
  });
  const wish = { recordId: RecordId.parse(id), paths };
  await attachmentsHandlers['attachments.add'](context, wish, watchJob());
  context.open?.close();
}

/** A Word file with everything that Word hides; a PDF that LibreOffice made of it, with more hidden in it by others; pictures with notes of a camera. */
async function makeFiles(folder: string): Promise<void> {
  const parts = wordParts({
    body:
      paragraph('正文一段') +
      `<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>第二段</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>` +
      `<w:del w:id="1" w:author="${WHO}" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>删去的话${PLANTED}</w:delText></w:r></w:del></w:p>`,
    comments: `<w:comment w:id="0" w:author="${WHO}"><w:p><w:r><w:t>${PLANTED}</w:t></w:r></w:p></w:comment>`,
  });
  parts.set(
    'docProps/core.xml',
    Buffer.from(
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${WHO}</dc:creator><dc:title>${PLANTED}</dc:title></cp:coreProperties>`,
    ),
  );
  writeFileSync(join(folder, 'a.docx'), await zipOf(parts));
  writeFileSync(join(folder, 'c.pdf'), plantedPdf());
  writeFileSync(join(folder, 'secret.txt'), `${WHO} ${PLANTED}`);
  shell(
    folder,
    'soffice --headless -env:UserInstallation=file://$PWD/office --convert-to pdf a.docx && mv a.pdf made.pdf',
  );
  shell(
    folder,
    `exiftool -q -overwrite_original -Author=${WHO} -Title=${PLANTED} -XMP-dc:Creator=${WHO} made.pdf`,
  );
  shell(folder, `qpdf made.pdf --add-attachment secret.txt --description=${PLANTED} -- b.pdf`);
  shell(
    folder,
    'pdftoppm -r 30 -jpeg -singlefile b.pdf d && pdftoppm -r 30 -png -singlefile b.pdf e',
  );
  const notes = `-Artist=${WHO} -Make=Canon -Comment=${PLANTED} -XMP-dc:Creator=${WHO}`;
  shell(
    folder,
    `exiftool -q -overwrite_original ${notes} -GPSLatitude=30.1 -GPSLatitudeRef=N d.jpg`,
  );
  shell(
    folder,
    `exiftool -q -overwrite_original -Author=${WHO} -Comment=${PLANTED} -XMP-dc:Creator=${WHO} e.png`,
  );
}
