import { useRef, useState, type KeyboardEvent } from 'react';
import type { CallOutput } from '../../shared/contract/index.ts';
import type { RegionCode } from '../../shared/contract/registry.ts';
import type { RegionSituation } from '../../shared/contract/situation.ts';
import type { Words } from '../../shared/i18n/index.ts';
import { useSpeech } from '../app/words.tsx';
import { Legend } from './legend.tsx';
import type { Measure, Scale } from './measures.ts';
import styles from './situation.module.css';
import { shortName, tiles, tileToward, type Tile } from './tiles.ts';

export type GridProps = {
  overview: CallOutput<'situation.overview'>;
  scale: Scale;
  measure: Measure;
  region: RegionCode | null;
  onOpen: (region: RegionCode, measure: Measure | 'silent') => void;
};

/** A tile for every region. One tab stop: the arrows lead from tile to tile, Enter opens the number. */
export function TileGrid({ overview, scale, measure, region, onOpen }: GridProps) {
  const { words, language } = useSpeech();
  const { situation } = words;
  const [active, setActive] = useState<RegionCode>('110000');
  const measureName = situation.measures[measure];
  const grid = useRef<HTMLDivElement>(null);
  const byCode = new Map(overview.regions.map((one) => [one.region, one]));
  const onKeyDown = (event: KeyboardEvent, tile: Tile) => {
    const next = tileToward(tile, event.key);
    if (next === null) return;
    event.preventDefault();
    setActive(next.code);
    grid.current?.querySelector<HTMLElement>(`[data-region="${next.code}"]`)?.focus();
  };
  return (
    <section className={styles.gridPart} aria-label={situation.grid}>
      <div ref={grid} className={styles.grid} role="group" aria-label={situation.grid}>
        {tiles.map((tile) => {
          const one = byCode.get(tile.code);
          if (one === undefined) return null;
          const remarks = remarksOf(one, words);
          return (
            <button
              key={tile.code}
              type="button"
              className={styles.tile}
              style={{ gridRow: tile.row + 1, gridColumn: tile.column + 1 }}
              data-region={tile.code}
              data-shade={scale.shade(one)}
              data-gap={one.points === 0 || undefined}
              data-silent={isSilent(one) || undefined}
              data-open={region === tile.code || undefined}
              tabIndex={active === tile.code ? 0 : -1}
              title={remarks}
              onFocus={() => setActive(tile.code)}
              onKeyDown={(event) => onKeyDown(event, tile)}
              onClick={() => onOpen(tile.code, measure)}
            >
              <span className={styles.tileName}>{shortName(tile, language)}</span>
              <span className="only-for-readers">{situation.tileOf(measureName)}</span>
              <span className={styles.tileValue}>{scale.text(one)}</span>
              {remarks !== '' && (
                <span className="only-for-readers">{situation.tileRemark(remarks)}</span>
              )}
            </button>
          );
        })}
      </div>
      <Legend measure={measure} scale={scale} />
    </section>
  );
}

export const isSilent = ({ points, silent }: RegionSituation) => points > 0 && silent === points;

function remarksOf(region: RegionSituation, { situation }: Words): string {
  if (region.points === 0) return situation.noPoint;
  return isSilent(region) ? situation.allSilent : '';
}
