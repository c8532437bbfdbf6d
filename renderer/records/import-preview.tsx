import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { ImportCandidate, ImportPreview } from '../../shared/contract/imports.ts';
import { RecordKind, type RecordId, type WordChanges } from '../../shared/contract/records.ts';
import { templates } from '../../shared/templates/index.ts';
import { useSpeech } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { ChangesQuestion, usualChanges } from './changes-question.tsx';
import { ImportCandidateRow, type Fate } from './import-candidate-row.tsx';
import { ReasonsList } from './reasons-list.tsx';
import styles from './import-preview.module.css';

type Choice = {
  file: string;
  part: number;
  hash: string;
  kind: RecordKind | null;
  into: RecordId | null;
};
type Props = {
  preview: ImportPreview;
  onBack: () => void;
  onClose: () => void;
  onImport: (choices: Choice[], changes: WordChanges) => void;
};

const ROW_HEIGHT = 60;
const LEAVE_OUT = 'leave-out';
const MERGE = 'merge';
const canMerge = ({ near }: ImportCandidate) => near !== null && near.id !== null;
const rowHeight = () => ROW_HEIGHT;
const noMore = () => undefined;
const kinds = Object.keys(templates) as RecordKind[];

/** What an import would take: rows are selected, and their kind set together or left out. */
export function ImportPreviewStep({ preview, onBack, onClose, onImport }: Props) {
  const { words, count } = useSpeech();
  const { imports, records } = words;
  const { candidates, skipped } = preview;
  const [chosen, setChosen] = useState<ReadonlyMap<ImportCandidate, Fate>>(new Map());
  const [selected, setSelected] = useState<ReadonlySet<ImportCandidate>>(new Set());
  const [active, setActive] = useState(-1);
  const fateOf = (one: ImportCandidate) => chosen.get(one) ?? (chosen.has(one) ? null : one.kind);
  const toTake = candidates.filter((one) => !one.isKnown && fateOf(one) !== null).length;
  const known = candidates.filter(({ isKnown }) => isKnown).length;
  const near = candidates.filter((one) => one.near !== null);
  const changed = candidates.flatMap((one) => (one.changes === null ? [] : [one.changes]));
  const [changes, setChanges] = useState(usualChanges);

  const toggle = (one: ImportCandidate) => {
    if (one.isKnown) return;
    const next = new Set(selected);
    if (!next.delete(one)) next.add(one);
    setSelected(next);
  };
  const setKind = (value: string | null) => {
    const fate = value === LEAVE_OUT ? null : value === MERGE ? MERGE : RecordKind.parse(value);
    setChosen(new Map([...chosen, ...[...selected].map((one) => [one, fate] as const)]));
    setSelected(new Set());
  };
  const finish = () =>
    onImport(
      candidates.map((one) => {
        const { file, part, hash } = one;
        const fate = fateOf(one);
        return fate === MERGE
          ? { file, part, hash, kind: one.kind, into: one.near?.id ?? null }
          : { file, part, hash, kind: fate, into: null };
      }),
      changes,
    );
  // The buttons stay in view in the smallest window.
  const rows = (skipped.length > 0 ? 4 : 6) - (changed.length > 0 ? 2 : 0);
  const facts = [
    imports.willTake(count(toTake)),
    ...(known > 0 ? [imports.known(count(known))] : []),
    ...(near.length > 0 ? [imports.near(count(near.length))] : []),
  ];
  return (
    <Dialog
      title={imports.title}
      width={900}
      onClose={onClose}
      onSubmit={() => toTake > 0 && finish()}
      actions={
        <>
          <Button variant="default" onClick={onBack}>
            {imports.back}
          </Button>
          <Button type="submit" disabled={toTake === 0} data-autofocus>
            {records.importNow}
          </Button>
        </>
      }
    >
      <p className={styles.facts} role="status">
        {candidates.length === 0 ? imports.nothing : facts.join(imports.separator)}
      </p>
      {candidates.length > 0 && (
        <div className={styles.picker}>
          <div className={styles.bar}>
            <Select
              aria-label={imports.setKind}
              placeholder={imports.setKind}
              size="xs"
              w={180}
              disabled={selected.size === 0}
              data={[
                ...kinds.map((value) => ({ value: value as string, label: words.kinds[value] })),
                { value: LEAVE_OUT, label: imports.leaveOut },
                {
                  value: MERGE,
                  label: imports.merge,
                  disabled: ![...selected].every(canMerge),
                },
              ]}
              value={null}
              onChange={setKind}
            />
            <Button
              variant="default"
              size="compact-sm"
              onClick={() =>
                setSelected(
                  selected.size > 0
                    ? new Set()
                    : new Set(candidates.filter(({ isKnown }) => !isKnown)),
                )
              }
            >
              {selected.size > 0 ? imports.selectNone : imports.selectAll}
            </Button>
            {near.length > 0 && (
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => setSelected(new Set(near))}
              >
                {imports.selectNear}
              </Button>
            )}
            <span className={styles.help}>
              {selected.size > 0 ? imports.selected(count(selected.size)) : imports.help}
            </span>
          </div>
          <div
            className={styles.list}
            style={{ height: Math.min(rows, candidates.length) * ROW_HEIGHT + 2 }}
          >
            <VirtualList
              label={imports.list}
              count={candidates.length}
              itemAt={(index) => candidates[index]}
              rowHeight={rowHeight}
              isMultiple
              renderRow={(one) => (
                <ImportCandidateRow
                  candidate={one}
                  fate={fateOf(one)}
                  isSelected={selected.has(one)}
                />
              )}
              active={active}
              onActive={setActive}
              isSelected={(one) => selected.has(one)}
              onOpen={toggle}
              onVisible={noMore}
            />
          </div>
        </div>
      )}
      {changed.length > 0 && (
        <ChangesQuestion files={changed} value={changes} onChange={setChanges} />
      )}
      {skipped.length > 0 && (
        <ReasonsList title={imports.skipped(count(skipped.length))} skipped={skipped} />
      )}
    </Dialog>
  );
}
