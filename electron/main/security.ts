import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import {
  app,
  protocol,
  session,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  type WebContents,
  type Session,
} from 'electron';

/** The one origin of our windows. */
export const ORIGIN = 'app://jianzhi';
/** Set by the development server only; a packaged app ignores it. */
export const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  // Fonts and tables of characters that the reader of PDF files asks for.
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
};

/**
 * The session of every window. A name without `persist:` keeps it in memory, so that nothing a page could store lands
 * unencrypted in the profile folder.
 */
export function windowSession(): Session {
  return session.fromPartition('windows');
}

/** What is printed is shown by a session that has nothing but the one page. */
export const PAPER_ORIGIN = 'app://paper';
export function paperSession(): Session {
  return session.fromPartition('paper');
}

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the window's own files, and nothing outside that folder whatever the address says. */
export function serveWindowFiles(folder: string): void {
  windowSession().protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'jianzhi' || request.method !== 'GET') return refused();
    const wanted = url.pathname === '/' ? 'index.html' : decodeURIComponent(url.pathname);
    try {
      const root = await realpath(folder);
      const file = await realpath(join(root, wanted));
      const type = CONTENT_TYPES[extname(file)];
      if (!file.startsWith(root + sep) || type === undefined) return refused();
      return await answerFile(file, type);
    } catch {
      return refused();
    }
  });
}

async function answerFile(file: string, type: string): Promise<Response> {
  const bytes = await readFile(file);
  const headers = {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'content-security-policy': THREAD_POLICY,
  };
  if (!type.startsWith('text/html')) return new Response(new Uint8Array(bytes), { headers });
  // One nonce a load, so that the style library may add its sheet and nobody else can.
  const nonce = randomBytes(16).toString('base64');
  const html = bytes.toString('utf8').replaceAll('__NONCE__', nonce);
  return new Response(html, { headers: { ...headers, 'content-security-policy': policy(nonce) } });
}

/** A page's policy does not reach a thread that it starts; that obeys the one its own script came with. It may fetch our files. */
const THREAD_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function refused(): Response {
  return new Response(null, { status: 404 });
}

/**
 * Where whatever slips past the content security policy and the request filter ends up: neither of them sees WebRTC, whose TCP
 * connections go through the proxy. Nobody listens there, and a SOCKS proxy resolves names itself, so there is no
 * question to a name server either. The last rule takes back the exception that Chromium makes for this machine.
 */
const NOWHERE = { proxyRules: 'socks5://0.0.0.0:1', proxyBypassRules: '<-loopback>' };

/** Nothing leaves, nothing is asked for, nothing navigates: for every window there will ever be. */
export async function denyByDefault(): Promise<void> {
  app.on('web-contents-created', (_event, contents) => lockDown(contents));
  // No window uses the default session; it is closed all the same.
  for (const own of [windowSession(), session.defaultSession]) {
    await closeSession(own, isAllowedAddress);
  }
  await closeSession(paperSession(), isOfPaper);
}

async function closeSession(own: Session, isAllowed: (address: string) => boolean): Promise<void> {
  if (devServer === undefined || own === paperSession()) await own.setProxy(NOWHERE);
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isAllowed(details.url) }));
  own.on('will-download', (event) => event.preventDefault());
}

function lockDown(contents: WebContents): void {
  // The other half of WebRTC: no UDP but through a proxy, and ours takes none.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function isOfPaper(address: string): boolean {
  return address.startsWith(`${PAPER_ORIGIN}/`) || address.startsWith('data:image/');
}

function isAllowedAddress(address: string): boolean {
  if (
    address.startsWith(`${ORIGIN}/`) ||
    address.startsWith('data:') ||
    address.startsWith('devtools:')
  )
    return true;
  if (devServer === undefined) return false;
  const server = new URL(devServer);
  return new URL(address).host === server.host;
}

/** Only the top frame of one of our windows, showing our own page, may call. */
export function isOwnFrame(event: IpcMainInvokeEvent | IpcMainEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && isOwnPage(frame.url);
}

export function isOwnPage(address: string): boolean {
  const origin = devServer === undefined ? ORIGIN : new URL(devServer).origin;
  return address.startsWith(`${origin}/`);
}
