import type { Language, OpensWith, Reading, Theme } from '../../shared/contract/window.ts';

/** In the order in which they are offered. */
export const languages: readonly Language[] = ['zh-CN', 'en'];
export const themes: readonly Theme[] = ['system', 'light', 'dark'];
export const readings: readonly Reading[] = ['screen', 'paper'];
export const firstPlaces: readonly OpensWith[] = ['home', 'records'];
