import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { PreflightFinding } from '../../shared/contract/preflight.ts';
import type { PreflightDecision } from '../../shared/preflight/finding.ts';
import { useSpeech } from '../app/words.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { JobProgress } from '../ui/job-progress.tsx';
import { Notice } from '../ui/notice.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { DecidePanel, titlesOf } from './decide-panel.tsx';
import { FindingRow } from './finding-row.tsx';
import { HiddenFiles } from './hidden-files.tsx';
import { grouped, type FindingGroup } from './grouped.ts';
import styles from './preflight.module.css';
import type { useLook } from './use-look.ts';

const ROW = 34;
const rowHeight = () => ROW;
const nothing = () => undefined;

/** What has to be decided before it leaves: one line for what says the same. Keys 1, 2, 3 decide the line one is on. */
export function PreflightList({ look }: { look: ReturnType<typeof useLook> }) {
  const { words, count } = useSpeech();
  const { preflight } = words;
  const { looked, job, isRunning } = look;
  const [activeKey, setActiveKey] = useState<string>();
  const reasonField = useRef<HTMLInputElement>(null);
  const groups = useMemo(() => grouped(looked?.findings ?? []), [looked]);
  const found = groups.findIndex(({ key }) => key === activeKey);
  const active = found === -1 ? (groups.length > 0 ? 0 : -1) : found;
  const group = groups[active];

  const decide = async (
    findings: readonly PreflightFinding[],
    decision: PreflightDecision,
    reason: string,
  ) => {
    const isDone = await look.decide(findings, () => ({ decision, reason }));
    if (!isDone) return;
    const decided = new Set(findings);
    const next = groups.find(
      (one) => one.open > 0 && !one.findings.some((each) => decided.has(each)),
    );
    if (next !== undefined) setActiveKey(next.key);
  };
  const byKey = (key: string, one: FindingGroup) => {
    const name: PreflightDecision | undefined = (['pseudonym', 'mask'] as const)[Number(key) - 1];
    if (key === '3') reasonField.current?.focus();
    else if (name !== undefined) void decide(one.findings, name, '');
  };
  const earlier = (looked?.findings ?? []).filter(
    (one) =>
      one.decided === null && one.earlier !== null && one.options.includes(one.earlier.decision),
  );
  return (
    <section className={styles.whole} aria-label={preflight.title}>
      {job !== undefined && isRunning && (
        <JobProgress job={job} label={preflight.title} onCancel={look.cancel} />
      )}
      {look.failure !== undefined && <FailureNotice failure={look.failure} />}
      {looked !== undefined && (
        <>
          <p className={styles.sum} role="status">
            {looked.total === 0
              ? preflight.none
              : preflight.sum(count(looked.total), count(looked.open))}
          </p>
          {looked.records.some(({ isLocked }) => isLocked) && (
            <Notice tone="care" title={preflight.lockedTitle}>
              {preflight.locked(
                looked.records.filter(({ isLocked }) => isLocked).map(({ title }) => title),
              )}
            </Notice>
          )}
          {earlier.length > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              className={styles.earlier ?? ''}
              onClick={() => void look.decide(earlier, ({ earlier: made }) => made)}
            >
              {preflight.asBefore(count(earlier.length))}
            </Button>
          )}
        </>
      )}
      {looked !== undefined && <HiddenFiles files={looked.files} />}
      {looked !== undefined && looked.total === 0 && (
        <p className={styles.clear}>
          <IconCircleCheck size={18} stroke={1.75} aria-hidden /> {preflight.clear}
        </p>
      )}
      {groups.length > 0 && (
        <>
          {/* Keys of the list in it, wherever the row is. */}
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
          <div
            className={styles.list}
            onKeyDown={(event) => {
              if (group === undefined || !/^[123]$/u.test(event.key)) return;
              event.preventDefault();
              byKey(event.key, group);
            }}
          >
            <VirtualList
              label={preflight.list}
              count={groups.length}
              itemAt={(index) => groups[index]}
              rowHeight={rowHeight}
              renderRow={(one) => <FindingRow group={one} />}
              active={active}
              onActive={(index) => setActiveKey(groups[index]?.key)}
              isSelected={(one) => one.key === group?.key}
              onOpen={(one) => setActiveKey(one.key)}
              onVisible={nothing}
            />
          </div>
          <p className={styles.hint}>{preflight.keys}</p>
          {group !== undefined && looked !== undefined && (
            <DecidePanel
              key={group.key}
              group={group}
              ofKind={looked.findings.filter(
                ({ kind, decided, place }) =>
                  kind === group.kind && decided === null && place.where !== 'attachment',
              )}
              titles={titlesOf(looked)}
              isBusy={look.isDeciding}
              reasonField={reasonField}
              onDecide={(findings, decision, reason) => void decide(findings, decision, reason)}
            />
          )}
        </>
      )}
    </section>
  );
}
