import { makeReady } from '../../scripts/ready.ts';

/** Once before all end-to-end tests; the workers find the answer in their environment. */
export default async function setUp(): Promise<() => void> {
  const { launch, display } = await makeReady();
  Object.assign(process.env, display.env);
  process.env['JIANZHI_LAUNCH'] = JSON.stringify(launch);
  return () => display.close();
}
