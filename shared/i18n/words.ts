import type { zhCN } from './zh-CN/index.ts';

/** Every visible word. Chinese is the source; the other languages have the same shape or do not compile. */
export type Words = typeof zhCN;
