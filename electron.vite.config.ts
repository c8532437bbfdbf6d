import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { pdfData } from './scripts/pdf-data.ts';

// Main and preload stay CommonJS and within Node 18 so that an older runtime can run them; the store runs on Node 22 or newer.
const commonJs = {
  format: 'cjs' as const,
  entryFileNames: '[name].cjs',
  chunkFileNames: 'shared/[name]-[hash].cjs',
};

export default defineConfig({
  main: {
    build: {
      outDir: 'out',
      emptyOutDir: false,
      target: 'node18',
      sourcemap: false,
      // zod is the one library of the main process; bundled, it needs nothing beside the bundle.
      externalizeDeps: { exclude: ['zod'] },
      rollupOptions: {
        input: {
          'main/index': resolve('electron/main/index.ts'),
          'store/index': resolve('electron/store/index.ts'),
          'store/reader-thread': resolve('electron/store/records/import/reader-thread.ts'),
          'store/checkpoint-thread': resolve('electron/store/database/checkpoint-thread.ts'),
          'store/stretch-thread': resolve('electron/store/vault/stretch-thread.ts'),
          'store/text-thread': resolve('electron/store/attachments/text/text-thread.ts'),
        },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out',
      emptyOutDir: false,
      target: 'node18',
      rollupOptions: {
        input: { 'preload/index': resolve('electron/preload/index.ts') },
        output: commonJs,
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), pdfData()],
    worker: { format: 'es' as const },
    build: {
      outDir: 'out/renderer',
      target: 'chrome114',
      minify: true,
      // A data: URI would need img-src and font-src to say so; files are simpler to reason about.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: resolve('renderer/index.html') },
    },
  },
});
