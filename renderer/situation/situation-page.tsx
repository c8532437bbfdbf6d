import { Button } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { CallOutput } from '../../shared/contract/index.ts';
import type { RegionCode, RegistryId } from '../../shared/contract/registry.ts';
import { codeName } from '../../shared/templates/code-lists/index.ts';
import { useQuery } from '../api/use-query.ts';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { CaseloadImportDialog } from '../caseload/caseload-import-dialog.tsx';
import { useTableChoice } from '../registry/use-table-choice.ts';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import type { Behind, Open } from './behind.ts';
import { Gaps } from './gaps.tsx';
import { ListPane } from './list-pane.tsx';
import { scaleOf, type Measure } from './measures.ts';
import { RegionTable } from './region-table.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import styles from './situation.module.css';
import { TileGrid } from './tile-grid.tsx';
import { Toolbar, type Shown } from './toolbar.tsx';
import { Topics } from './topics.tsx';
import { Trend } from './trend.tsx';
import { useSpan, type Months } from './use-scope.ts';

type Overview = CallOutput<'situation.overview'>;

/** Who comes back from a list finds the measure they were at. It names no office and no record. */
let kept: Shown = { measure: 'points', as: 'tiles', kind: 'total', period: null };

/** The country at a glance: regions by a measure, gaps, months, keywords; every number opens its list. */
export function SituationPage({ officeId }: { officeId: RegistryId | null }) {
  const { words } = useSpeech();
  const { caseload, situation } = words;
  const span = useSpan();
  const [shown, setShown] = useState(kept);
  const change = (part: Partial<Shown>) => {
    kept = { ...shown, ...part };
    setShown(kept);
  };
  const [isSetting, setSetting] = useState(false);
  const [region, setRegion] = useState<RegionCode | null>(null);
  const [behind, setBehind] = useState<Behind | null>(null);
  const office = useQuery(
    'registry.get',
    { id: officeId ?? ('' as RegistryId) },
    { isEnabled: officeId !== null },
  ).data;
  const table = useTableChoice(caseload.importTitle);
  const { months } = span;
  const scope = {
    ...months,
    kind: shown.kind,
    ...(shown.period !== null && { period: shown.period }),
  };
  const { data, failure } = useQuery('situation.overview', scope);
  const asked =
    behind ??
    (office === undefined
      ? null
      : ({
          what: 'records',
          title: situation.recordsOf(office.name),
          question: { officeId: office.id, ...months },
        } satisfies Behind));
  return (
    <>
      <main
        className={styles.page}
        id="document"
        aria-label={situation.title}
        data-pane
        tabIndex={-1}
      >
        <Toolbar
          shown={shown}
          change={change}
          span={span}
          overview={data}
          onImport={table.choose}
          onSettings={() => setSetting(true)}
        />
        {failure !== undefined && <FailureNotice failure={failure} />}
        {data !== undefined && (
          <Body
            overview={data}
            shown={shown}
            months={months}
            region={region}
            onRegion={setRegion}
            open={setBehind}
          />
        )}
      </main>
      <ListPane
        behind={asked}
        measure={shown.measure}
        onClose={() => {
          setBehind(null);
          setRegion(null);
        }}
      />
      {isSetting && data !== undefined && (
        <SettingsDialog settings={data.settings} onClose={() => setSetting(false)} />
      )}
      {table.file !== null && data !== undefined && (
        <CaseloadImportDialog
          file={table.file}
          rhythm={data.settings.rhythm}
          onClose={table.forget}
        />
      )}
    </>
  );
}

type BodyProps = {
  overview: Overview;
  shown: Shown;
  months: Months;
  region: RegionCode | null;
  onRegion: (region: RegionCode) => void;
  open: Open;
};

function Body({ overview, shown, months, region, onRegion, open }: BodyProps) {
  const { words, language, count } = useSpeech();
  const { situation } = words;
  const view = useView();
  const [now] = useState(Date.now);
  const total = useQuery('registry.counts', {}).data?.total;
  const { measure } = shown;
  const scale = useMemo(
    () => scaleOf(measure, overview.regions, words, count, now),
    [measure, overview, words, count, now],
  );
  const scope = { kind: shown.kind, ...(overview.period !== null && { period: overview.period }) };
  const openNumber = (code: RegionCode, of: Measure | 'silent') => {
    onRegion(code);
    open(
      behindRegion(code, of, codeName('region', code, language), months, scope, words.situation),
    );
  };
  const props = { overview, scale, measure, region, onOpen: openNumber };
  return (
    <div className={styles.body}>
      {total === 0 && (
        <div className={styles.emptyRegistry}>
          <EmptyPlace icon={IconBuildingBank} title={situation.empty} text={situation.emptyText}>
            <Button onClick={() => view.go({ at: 'registry' })}>{situation.toRegistry}</Button>
          </EmptyPlace>
        </div>
      )}
      {shown.as === 'tiles' ? <TileGrid {...props} /> : <RegionTable {...props} />}
      <Gaps overview={overview} open={open} months={months} />
      <Trend months={overview.months} open={open} />
      <Topics topics={overview.topics} months={months} open={open} />
    </div>
  );
}

/** The list that the number of a region opens. */
function behindRegion(
  region: RegionCode,
  measure: Measure | 'silent',
  name: string,
  months: Months,
  scope: { kind: string; period?: string },
  words: ReturnType<typeof useSpeech>['words']['situation'],
): Behind {
  if (measure === 'submissions')
    return { what: 'records', title: words.recordsOf(name), question: { region, ...months } };
  if (measure === 'adopted') {
    const question = { region, state: 'adopted' as const, ...months };
    return { what: 'records', title: words.adoptedOf(name), question };
  }
  const question = { region, ...months, ...scope };
  const title = words.officesOf(name);
  if (measure === 'points')
    return { what: 'offices', title, question: { ...question, only: 'points' } };
  if (measure === 'silent')
    return { what: 'offices', title, question: { ...question, only: 'silent' } };
  if (measure === 'caseload')
    return { what: 'offices', title, question: { ...question, only: 'with-caseload' } };
  return { what: 'offices', title, question };
}
