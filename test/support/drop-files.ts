import type { Locator, Page } from '@playwright/test';

/** Drags files or folders of the disk over an element and lets them fall, as the system does. */
export async function dropFiles(
  window: Page,
  target: Locator,
  files: string[],
  whileOver: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('there is nothing to drop on');
  const session = await window.context().newCDPSession(window);
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...place, data });
  await whileOver();
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...place, data });
  await session.detach();
}
