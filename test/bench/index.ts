/** `npm run bench -- <name> [flags]` runs `test/bench/<name>.ts`; without a name, all of them. */
const benches: Readonly<Record<string, () => Promise<{ run(flags: string[]): Promise<void> }>>> = {
  search: () => import('./search.ts'),
};

const [name, ...flags] = process.argv.slice(2);
const chosen = name === undefined ? Object.keys(benches) : [name];
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
