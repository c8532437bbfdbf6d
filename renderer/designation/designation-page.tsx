import { Button, Select } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallOutput, CheckedInput } from '../../shared/contract/index.ts';
import type { Candidate } from '../../shared/contract/designation.ts';
import { RegionCode } from '../../shared/contract/registry.ts';
import { factors } from '../../shared/designation/score.ts';
import { call, failureOf } from '../api/client.ts';
import { callCommand } from '../api/use-command.ts';
import { usePages } from '../api/use-pages.ts';
import { useNotices } from '../app/notices.tsx';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { RegistryImportDialog } from '../registry/registry-import-dialog.tsx';
import { regionChoices } from '../registry/region-choices.ts';
import { useTableChoice } from '../registry/use-table-choice.ts';
import { FindBox } from '../sources/find-box.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { PaneHeader } from '../ui/pane-header.tsx';
import { VirtualList } from '../ui/virtual-list.tsx';
import { BoardMenu } from './board-menu.tsx';
import { CANDIDATE_ROW_HEIGHT, CandidateHeads, CandidateRow } from './candidate-row.tsx';
import { CandidatePart } from './candidate-part.tsx';
import { CoveragePart } from './coverage-part.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { DecisionsPart } from './decisions-part.tsx';
import styles from './designation.module.css';
import { WeightsPart } from './weights-part.tsx';

type Question = Omit<CheckedInput<'designation.board'>, 'limit' | 'offset'>;
type Board = CallOutput<'designation.board'>;
const rowHeight = () => CANDIDATE_ROW_HEIGHT;
const orders = ['region', 'sum', ...factors] as const;
const shows = ['all', 'without-batch', 'chosen'] as const;

/** Choosing contact points: candidates with every factor as itself, weights, what is left uncovered, and the decision. */
export function DesignationPage() {
  const { words, count } = useSpeech();
  const { designation, registry } = words;
  const notices = useNotices();
  const [question, setQuestion] = useState<Question>({
    text: '',
    regions: [],
    show: 'all',
    order: 'region',
  });
  const [active, setActive] = useState(-1);
  const [isDeciding, setDeciding] = useState(false);
  const table = useTableChoice(registry.importTitle);
  const list = usePages<Candidate, Board>(JSON.stringify(question), (offset, limit) =>
    call('designation.board', { ...question, offset, limit }),
  );
  const board = list.first;
  const ask = (change: Partial<Question>) => {
    setQuestion({ ...question, ...change });
    setActive(-1);
  };
  const choose = (candidate: Candidate, isChosen: boolean) => {
    callCommand('designation.choose', { ids: [candidate.id], isChosen }).catch((error: unknown) =>
      notices.fail(failureOf(error)),
    );
  };
  const opened = active < 0 ? undefined : list.itemAt(active);
  return (
    <>
      <main
        className={styles.page}
        id="document"
        aria-label={designation.title}
        data-pane
        tabIndex={-1}
      >
        <PaneHeader title={designation.title} note={board && designation.count(count(list.total))}>
          <span className={styles.chosenCount}>
            {designation.chosenCount(count(board?.chosen ?? 0))}
          </span>
          <Button
            size="compact-md"
            fz={13}
            h={30}
            disabled={(board?.chosen ?? 0) === 0}
            onClick={() => setDeciding(true)}
          >
            {designation.decide}
          </Button>
          <BoardMenu onImport={table.choose} />
        </PaneHeader>
        <p className={styles.text}>{designation.text}</p>
        <Filters question={question} ask={ask} />
        {list.failure !== undefined && <FailureNotice failure={list.failure} />}
        <Candidates
          list={list}
          isFiltered={
            question.text !== '' || question.regions.length > 0 || question.show !== 'all'
          }
          active={active}
          onActive={setActive}
          choose={choose}
        />
      </main>
      <aside className={styles.side} aria-label={designation.side} data-pane>
        {board !== undefined && (
          <>
            {opened !== undefined && (
              <CandidatePart
                key={opened.id}
                candidate={opened}
                weights={board.weights}
                onChoose={(isChosen) => choose(opened, isChosen)}
              />
            )}
            <CoveragePart board={board} />
            <WeightsPart board={board} />
            <DecisionsPart />
          </>
        )}
      </aside>
      {isDeciding && board !== undefined && (
        <DecideDialog board={board} onClose={() => setDeciding(false)} />
      )}
      {table.file !== null && <RegistryImportDialog file={table.file} onClose={table.forget} />}
    </>
  );
}

function Filters({
  question,
  ask,
}: {
  question: Question;
  ask: (change: Partial<Question>) => void;
}) {
  const { words, language } = useSpeech();
  const { designation } = words;
  const nameOf = (order: (typeof orders)[number]) =>
    order === 'region' || order === 'sum'
      ? designation.orders[order]
      : designation.byFactor(designation.factors[order]);
  return (
    <div className={styles.filters}>
      <FindBox label={designation.find} onFind={(text) => ask({ text })} />
      <Select
        size="xs"
        searchable
        clearable
        clearButtonProps={{ 'aria-label': designation.everyRegion }}
        aria-label={designation.everyRegion}
        placeholder={designation.everyRegion}
        data={regionChoices(language)}
        value={question.regions[0] ?? null}
        onChange={(code) => ask({ regions: code === null ? [] : [RegionCode.parse(code)] })}
      />
      <Select
        size="xs"
        aria-label={designation.show}
        allowDeselect={false}
        data={shows.map((value) => ({ value, label: designation.shows[value] }))}
        value={question.show}
        onChange={(show) => ask({ show: shows.find((one) => one === show) ?? 'all' })}
      />
      <Select
        size="xs"
        aria-label={designation.order}
        allowDeselect={false}
        data={orders.map((value) => ({ value, label: nameOf(value) }))}
        value={question.order}
        onChange={(order) => ask({ order: orders.find((one) => one === order) ?? 'region' })}
      />
    </div>
  );
}

type CandidatesProps = {
  list: ReturnType<typeof usePages<Candidate, Board>>;
  isFiltered: boolean;
  active: number;
  onActive: (index: number) => void;
  choose: (candidate: Candidate, isChosen: boolean) => void;
};

function Candidates({ list, isFiltered, active, onActive, choose }: CandidatesProps) {
  const { designation, registry } = useSpeech().words;
  const view = useView();
  const weights = list.first?.weights;
  if (!list.isLoading && list.failure === undefined && list.total === 0) {
    return isFiltered ? (
      <EmptyPlace icon={IconScale} title={designation.nothing} text={designation.nothingText} />
    ) : (
      <EmptyPlace icon={IconScale} title={designation.empty} text={designation.emptyText}>
        <Button onClick={() => view.go({ at: 'registry' })}>{registry.title}</Button>
      </EmptyPlace>
    );
  }
  return (
    <>
      <CandidateHeads />
      <div className={styles.list}>
        <VirtualList
          label={designation.listOf}
          count={list.total}
          itemAt={list.itemAt}
          rowHeight={rowHeight}
          renderRow={(candidate) => (
            <CandidateRow
              candidate={candidate}
              most={Math.max(
                1,
                Object.values(weights ?? {}).reduce((sum, one) => sum + one, 0),
              )}
              onToggle={() => choose(candidate, !candidate.isChosen)}
            />
          )}
          active={active}
          onActive={onActive}
          isSelected={({ isChosen }) => isChosen}
          isMultiple
          onOpen={(candidate, index) => {
            if (index === active) choose(candidate, !candidate.isChosen);
          }}
          onVisible={list.want}
        />
      </div>
    </>
  );
}
