import type { Page } from '@playwright/test';

/** Times between pictures, in milliseconds. */
export type Frames = { perSecond: number; p95: number; longest: number };

/** What the window draws while something goes on. */
export async function framesDuring(window: Page, work: () => Promise<void>): Promise<Frames> {
  await window.evaluate(watchFrames);
  await work();
  const times = await window.evaluate(() => (globalThis as unknown as Watching).stopFrames());
  const sorted = times.toSorted((one, other) => one - other);
  const all = times.reduce((sum, time) => sum + time, 0);
  return {
    perSecond: (times.length * 1000) / all,
    p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    longest: sorted.at(-1) ?? 0,
  };
}

type Watching = { stopFrames(): number[] };

/** Runs in the page. */
function watchFrames(): void {
  const times: number[] = [];
  let last = performance.now();
  let isOn = true;
  const tick = (now: number) => {
    if (!isOn) return;
    times.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame((now) => {
    last = now;
    requestAnimationFrame(tick);
  });
  (globalThis as unknown as Watching).stopFrames = () => {
    isOn = false;
    return times;
  };
}

/** Over the list of the window: a list as long, of empty rows that are only moved. What such a list costs here at least. */
export async function showEmptyList(window: Page, rows: number, height: number): Promise<void> {
  await window.evaluate(
    ({ rows: count, height: high }) => {
      const list = document.querySelector<HTMLElement>('[role="listbox"]');
      if (list === null) throw new Error('no list');
      const box = list.getBoundingClientRect();
      const scroller = document.createElement('div');
      scroller.id = 'empty-list';
      Object.assign(scroller.style, {
        position: 'fixed',
        left: `${box.left}px`,
        top: `${box.top}px`,
        width: `${box.width}px`,
        height: `${box.height}px`,
        overflow: 'auto',
        background: 'white',
        zIndex: '1000',
      });
      const room = document.createElement('div');
      Object.assign(room.style, { position: 'relative', height: `${count * high}px` });
      const pool = Array.from({ length: Math.ceil(box.height / high) + 16 }, () => {
        const row = document.createElement('div');
        Object.assign(row.style, {
          position: 'absolute',
          width: '100%',
          height: `${high}px`,
          borderBottom: '1px solid silver',
        });
        room.append(row);
        return row;
      });
      const place = () => {
        const from = Math.max(0, Math.floor(scroller.scrollTop / high) - 8);
        pool.forEach((row, at) => {
          row.style.transform = `translateY(${(from + at) * high}px)`;
        });
      };
      scroller.addEventListener('scroll', () => requestAnimationFrame(place));
      place();
      scroller.append(room);
      document.body.append(scroller);
    },
    { rows, height },
  );
}

export async function removeEmptyList(window: Page): Promise<void> {
  await window.evaluate(() => document.getElementById('empty-list')?.remove());
}

/** Turns the wheel over the list for so long, a notch a picture; Ms. */
export async function wheel(window: Page, selector: string, duration: number): Promise<void> {
  const box = await window.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not to be seen`);
  await window.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const end = Date.now() + duration;
  while (Date.now() < end) {
    await window.mouse.wheel(0, 120);
    await new Promise((resolve) => setTimeout(resolve, 12));
  }
}

/** Holds a key down for so long. Ms. */
export async function holdKey(window: Page, key: string, duration: number): Promise<void> {
  const end = Date.now() + duration;
  while (Date.now() < end) {
    await window.keyboard.press(key);
    await new Promise((resolve) => setTimeout(resolve, 28));
  }
}
