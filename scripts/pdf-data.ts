// What the reader of PDF files needs beside its code: tables of Chinese, Japanese and Korean characters, the fonts that every
// reader must have, and decoders for pictures that need no WebAssembly. They are served like the window's other files.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const FOLDERS = { cmaps: ['.bcmap'], standard_fonts: ['.pfb', '.ttf'], wasm: ['.js'] };
/** WebAssembly in disguise: scripts inside PDF files, which never run here. */
const NOT_WANTED = /quickjs/u;

/** The files, by their address in the window's folder. */
function filesOf(): Map<string, string> {
  const files = new Map<string, string>();
  for (const [folder, extensions] of Object.entries(FOLDERS)) {
    const source = resolve('node_modules/pdfjs-dist', folder);
    for (const name of readdirSync(source)) {
      if (!extensions.includes(extname(name)) || NOT_WANTED.test(name)) continue;
      files.set(`pdf/${folder}/${name}`, join(source, name));
    }
  }
  return files;
}

export function pdfData(): Plugin {
  const files = filesOf();
  return {
    name: 'pdf-data',
    generateBundle() {
      for (const [fileName, source] of files) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(source) });
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = files.get((request.url ?? '').replace(/^\//u, '').replace(/\?.*$/u, ''));
        if (file === undefined) return next();
        response.setHeader('content-type', file.endsWith('.js') ? 'text/javascript' : 'font/ttf');
        response.end(readFileSync(file));
        return undefined;
      });
    },
  };
}
