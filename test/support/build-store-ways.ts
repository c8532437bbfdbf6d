import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** Builds the windowless app around `startStore` into an empty folder. */
export async function buildStoreWays(folder: string): Promise<{ echo: string }> {
  const source = join(import.meta.dirname, 'store-ways');
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      target: 'node18',
      lib: { entry: join(source, 'main.ts'), formats: ['cjs'], fileName: () => 'main.cjs' },
      rollupOptions: { external: [/^node:/, 'electron'] },
    },
  });
  const echo = join(folder, 'echo.cjs');
  copyFileSync(join(source, 'echo.cjs'), echo);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'ways', main: 'main.cjs' }));
  return { echo };
}
