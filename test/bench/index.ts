/** `npm run bench -- <name> [flags]` runs `test/bench/<name>.ts`; without a name, all of them. */
type Bench = { run(flags: string[]): Promise<void> };
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  desk: () => import('./desk.ts'),
  editor: () => import('./editor.ts'),
  import: () => import('./import.ts'),
  packs: () => import('./packs.ts'),
  province: () => import('./province.ts'),
  revisions: () => import('./revisions.ts'),
  list: () => import('./list.ts'),
  scan: () => import('./scan.ts'),
  search: () => import('./search.ts'),
  similar: () => import('./similar.ts'),
  situation: () => import('./situation.ts'),
};

const [wanted, ...flags] = process.argv.slice(2);
const chosen = wanted === undefined ? Object.keys(benches) : [wanted];
for (const one of chosen) {
  const load = benches[one];
  if (load === undefined) {
    console.error(`no bench is called ${one}; there are: ${Object.keys(benches).join(', ')}`);
    process.exitCode = 1;
    break;
  }
  const bench = await load();
  await bench.run(flags);
}

export {};
