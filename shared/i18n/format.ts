import type { Language } from '../contract/window.ts';

/** 10,000 in both languages: digits in groups of three, as in the field's tables. */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(language).format(count);
}

/** 2025-03-07 14:05, local time: sortable by eye and the same in both languages. */
export function formatInstant(instant: number): string {
  return `${formatDate(instant)} ${formatTime(instant)}`;
}

export function formatDate(instant: number): string {
  const date = new Date(instant);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

export function formatTime(instant: number): string {
  const date = new Date(instant);
  return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** In units of 1,024 bytes, one decimal above kB. */
export function formatSize(sizeInBytes: number): string {
  if (sizeInBytes < 1024) return `${sizeInBytes} B`;
  if (sizeInBytes < 1024 ** 2) return `${Math.round(sizeInBytes / 1024)} KB`;
  if (sizeInBytes < 1024 ** 3) return `${(sizeInBytes / 1024 ** 2).toFixed(1)} MB`;
  return `${(sizeInBytes / 1024 ** 3).toFixed(1)} GB`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
