import { writeFileSync } from 'node:fs';
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
      lib: {
        entry: { main: join(source, 'main.ts'), echo: join(source, 'echo.ts') },
        formats: ['cjs'],
        fileName: (_, name) => `${name}.cjs`,
      },
      rollupOptions: { external: [/^node:/, 'electron'] },
    },
  });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'ways', main: 'main.cjs' }));
  return { echo: join(folder, 'echo.cjs') };
}
