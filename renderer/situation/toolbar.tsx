import { ActionIcon, Menu, SegmentedControl, Select, TextInput, Tooltip } from '@mantine/core';
import { IconDots, IconFileImport, IconSettings } from '@tabler/icons-react';
import type { CallOutput } from '../../shared/contract/index.ts';
import { caseloadKindName, caseloadKinds } from '../../shared/caseload/kinds.ts';
import { useSpeech } from '../app/words.tsx';
import { measures, type Measure } from './measures.ts';
import styles from './situation.module.css';
import { isMonthOrEmpty, spans, type Span, type SpanState } from './use-scope.ts';

/** What the page shows and how. `period` null: the newest with figures. */
export type Shown = {
  measure: Measure;
  as: 'tiles' | 'table';
  kind: string;
  period: string | null;
};

type Props = {
  shown: Shown;
  change: (part: Partial<Shown>) => void;
  span: SpanState;
  overview: CallOutput<'situation.overview'> | undefined;
  onImport: () => void;
  onSettings: () => void;
};
const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** What is measured, over what time, shown how. */
export function Toolbar({ shown, change, span, overview, onImport, onSettings }: Props) {
  const { words } = useSpeech();
  const { caseload, situation } = words;
  return (
    <header className={styles.head}>
      <div className={styles.titleLine}>
        <h1 className={styles.title}>{situation.title}</h1>
        <p className={styles.text}>{situation.text}</p>
        <SegmentedControl
          size="xs"
          aria-label={situation.view}
          data={[
            { value: 'tiles', label: situation.tiles },
            { value: 'table', label: situation.table },
          ]}
          value={shown.as}
          onChange={(as) => change({ as: as === 'table' ? 'table' : 'tiles' })}
        />
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Tooltip label={situation.more}>
              <ActionIcon variant="subtle" color="gray" size={28} aria-label={situation.more}>
                <IconDots size={16} stroke={1.5} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconFileImport {...icon} />} onClick={onImport}>
              {caseload.importFile}
            </Menu.Item>
            <Menu.Item leftSection={<IconSettings {...icon} />} onClick={onSettings}>
              {situation.settingsTitle}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <div className={styles.controls}>
        <SegmentedControl
          size="xs"
          aria-label={situation.measure}
          data={measures.map((value) => ({ value, label: situation.measures[value] }))}
          value={shown.measure}
          onChange={(measure) => change({ measure: measure as Measure })}
        />
        {shown.measure === 'caseload' ? (
          <CaseloadChoice shown={shown} change={change} overview={overview} />
        ) : (
          <SpanChoice span={span} />
        )}
      </div>
    </header>
  );
}

function CaseloadChoice({ shown, change, overview }: Pick<Props, 'shown' | 'change' | 'overview'>) {
  const { words, language } = useSpeech();
  const { situation } = words;
  const kinds = [
    ...new Set([...caseloadKinds.map(({ code }) => code), ...(overview?.kinds ?? [])]),
  ];
  return (
    <>
      <Select
        size="xs"
        w={168}
        allowDeselect={false}
        aria-label={situation.kind}
        data={[
          { value: 'total', label: situation.total },
          ...kinds.map((value) => ({ value, label: caseloadKindName(value, language) })),
        ]}
        value={shown.kind}
        onChange={(kind) => kind !== null && change({ kind })}
      />
      <Select
        size="xs"
        w={120}
        aria-label={situation.casePeriod}
        placeholder={situation.noFigures}
        disabled={(overview?.periods.length ?? 0) === 0}
        allowDeselect={false}
        data={overview?.periods ?? []}
        value={shown.period ?? overview?.period ?? null}
        onChange={(period) => change({ period })}
      />
    </>
  );
}

function SpanChoice({ span }: { span: SpanState }) {
  const { situation } = useSpeech().words;
  const field = (label: string, value: string, set: (value: string) => void) => (
    <TextInput
      size="xs"
      w={108}
      aria-label={`${situation.period} · ${label}`}
      placeholder={label}
      title={situation.monthHint}
      value={value}
      error={!isMonthOrEmpty(value) && value.length >= 7 ? situation.monthWrong : null}
      onChange={(event) => set(event.currentTarget.value.trim())}
    />
  );
  return (
    <>
      <Select
        size="xs"
        w={136}
        allowDeselect={false}
        aria-label={situation.period}
        data={spans.map((value) => ({ value, label: situation.periods[value] }))}
        value={span.span}
        onChange={(value) => value !== null && span.setSpan(value as Span)}
      />
      {span.span === 'custom' && (
        <>
          {field(situation.from, span.from, span.setFrom)}
          {field(situation.to, span.to, span.setTo)}
        </>
      )}
    </>
  );
}
