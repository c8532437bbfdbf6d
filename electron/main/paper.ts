import { BrowserWindow, type WebContents } from 'electron';
import type { JobControl } from '../../shared/contract/define.ts';
import type { Answer, Call, CallOutput, CheckedInput } from '../../shared/contract/index.ts';
import { paperSheet } from '../../shared/documents/paper-page.ts';
import { Failure } from '../../shared/errors.ts';
import { PAPER_ORIGIN, paperSession } from './security.ts';

type Context = { callStore(call: Call): Promise<Answer> };
type Page = CallOutput<'documents.makePage'>;

/** What leaves as PDF or on paper: the store says what stands on the page and has the last look; here it is only set. */
export async function writePdf(
  context: Context,
  { file, ...wish }: CheckedInput<'window.writePdf'>,
  control: JobControl,
): Promise<CallOutput<'window.writePdf'>> {
  const page = await ask<Page>(context, control, {
    name: 'documents.makePage',
    input: { ...wish, isForPaper: false },
  });
  control.report({ done: 0, total: 0, phase: 'rendering' });
  const bytes = await withPage(page, null, (contents) => contents.printToPDF(pdfOptions(page)));
  return ask(context, control, {
    name: 'documents.keepPdf',
    input: { ...wish, file, bytes: new Uint8Array(bytes), hash: page.hash },
  });
}

export async function printPaper(
  context: Context,
  wish: CheckedInput<'window.print'>,
  control: JobControl,
): Promise<CallOutput<'window.print'>> {
  const page = await ask<Page>(context, control, {
    name: 'documents.makePage',
    input: { ...wish, isForPaper: true },
  });
  control.report({ done: 0, total: 0, phase: 'rendering' });
  const note = (outcome: 'printed' | 'cancelled' | 'failed') =>
    ask<unknown>(context, control, {
      name: 'documents.notePrint',
      input: { recordIds: wish.recordIds, outcome },
    });
  let isPrinted: boolean;
  try {
    isPrinted = await withPage(page, page.marking, print);
  } catch (error) {
    await note('failed');
    throw error;
  }
  await note(isPrinted ? 'printed' : 'cancelled');
  return { isPrinted };
}

async function ask<Value>(context: Context, { jobId }: JobControl, call: Call): Promise<Value> {
  const answer = await context.callStore(jobId === undefined ? call : { ...call, jobId });
  if (!answer.ok) throw new Failure(answer.failure.code, answer.failure.detail);
  return answer.value as Value;
}

/** Head and foot of every page, drawn by the engine a third larger than it says. A marking is one of three words of ours. */
function pdfOptions({ marking }: Page): Electron.PrintToPDFOptions {
  const line =
    'font: 10.5pt SimSun, Noto Serif CJK SC, serif; width: 100%; margin: 0 19.5mm 0 21mm;';
  const number = '— <span class="pageNumber"></span> —';
  return {
    preferCSSPageSize: true,
    printBackground: false,
    displayHeaderFooter: true,
    headerTemplate: `<div style="${line} padding-top: 12mm;">${marking}</div>`,
    footerTemplate: `<div style="${line} padding-bottom: 12mm; text-align: center;">${number}</div>`,
  };
}

function print(contents: WebContents): Promise<boolean> {
  return new Promise((resolve, reject) => {
    contents.print({ printBackground: false }, (isPrinted, reason) => {
      if (isPrinted || /cancel/iu.test(reason)) resolve(isPrinted);
      else reject(new Failure('printer-unavailable'));
    });
  });
}

const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";
let last: Promise<unknown> = Promise.resolve();

/** One page at a time, in a window that nobody sees, without script, Node, preload or anything to ask. */
function withPage<Value>(
  page: Page,
  marking: string | null,
  use: (contents: WebContents) => Promise<Value>,
): Promise<Value> {
  const mine = last.then(
    () => showPage(page, marking, use),
    () => showPage(page, marking, use),
  );
  last = mine.catch(() => undefined);
  return mine;
}

async function showPage<Value>(
  { html }: Page,
  marking: string | null,
  use: (contents: WebContents) => Promise<Value>,
): Promise<Value> {
  const own = paperSession();
  own.protocol.handle('app', (request) => answerPaper(request.url, html, marking));
  const window = new BrowserWindow({
    show: false,
    title: '检知',
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webSecurity: true,
      spellcheck: false,
      webviewTag: false,
    },
  });
  try {
    await window.loadURL(`${PAPER_ORIGIN}/`);
    return await use(window.webContents);
  } finally {
    window.destroy();
    own.protocol.unhandle('app');
  }
}

function answerPaper(address: string, html: string, marking: string | null): Response {
  const { pathname } = new URL(address);
  const headers = { 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff' };
  if (pathname === '/paper.css') {
    const type = { 'content-type': 'text/css; charset=utf-8' };
    return new Response(paperSheet(marking), { headers: { ...headers, ...type } });
  }
  if (pathname !== '/') return new Response(null, { status: 404 });
  return new Response(html, {
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
  });
}
