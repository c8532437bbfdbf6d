export function runNpm(
  parameters: string[],
  options: { cwd: string; shows?: boolean },
): { status: number | null; output: string };
