import type { Language } from '../../shared/contract/window.ts';
import type { RegionCode } from '../../shared/contract/registry.ts';
import { codeName } from '../../shared/templates/code-lists/index.ts';

/** Where the tile of a region stands. Tiles need no survey licence: they show whereabouts and no borders. */
export type Tile = { code: RegionCode; row: number; column: number; short: string };

/** Read from above, left to right: eight columns and eight rows that keep neighbours together as far as eight by eight can. */
const rows: readonly (readonly [column: number, code: RegionCode, short: string][])[] = [
  [[7, '230000', '黑龙江']],
  [
    [4, '150000', '内蒙古'],
    [7, '220000', '吉林'],
  ],
  [
    [0, '650000', '新疆'],
    [1, 'bingtuan', '兵团'],
    [2, '620000', '甘肃'],
    [3, '640000', '宁夏'],
    [4, '140000', '山西'],
    [5, '110000', '北京'],
    [6, '120000', '天津'],
    [7, '210000', '辽宁'],
  ],
  [
    [2, '630000', '青海'],
    [3, '610000', '陕西'],
    [4, '410000', '河南'],
    [5, '130000', '河北'],
    [6, '370000', '山东'],
  ],
  [
    [1, '540000', '西藏'],
    [2, '510000', '四川'],
    [3, '500000', '重庆'],
    [4, '420000', '湖北'],
    [5, '340000', '安徽'],
    [6, '320000', '江苏'],
    [7, '310000', '上海'],
  ],
  [
    [2, '530000', '云南'],
    [3, '520000', '贵州'],
    [4, '430000', '湖南'],
    [5, '360000', '江西'],
    [6, '330000', '浙江'],
  ],
  [
    [3, '450000', '广西'],
    [4, '440000', '广东'],
    [5, '350000', '福建'],
  ],
  [[3, '460000', '海南']],
];

export const tiles: readonly Tile[] = rows.flatMap((row, at) =>
  row.map(([column, code, short]) => ({ code, row: at, column, short })),
);

/** The name on a tile: there is no room for the longest. */
export function shortName(tile: Tile, language: Language): string {
  if (language === 'zh-CN') return tile.short;
  return tile.code === 'bingtuan' ? 'Corps' : codeName('region', tile.code, language);
}

const ways: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The tile that an arrow key leads to: the nearest that way, and rather one straight ahead. Null: none lies there. */
export function tileToward(from: Tile, key: string): Tile | null {
  const way = ways[key];
  if (way === undefined) return null;
  const [down, right] = way;
  let [best, cost]: [Tile | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const tile of tiles) {
    const along = (tile.row - from.row) * down + (tile.column - from.column) * right;
    const aside =
      Math.abs((tile.row - from.row) * right) + Math.abs((tile.column - from.column) * down);
    if (along > 0 && along + 2 * aside < cost) [best, cost] = [tile, along + 2 * aside];
  }
  return best;
}
