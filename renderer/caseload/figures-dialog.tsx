import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RegistryOffice } from '../../shared/contract/registry.ts';
import {
  caseloadKindName,
  caseloadKindNamed,
  caseloadKinds,
  isCaseloadKind,
} from '../../shared/caseload/kinds.ts';
import { periodAt, periodNamed } from '../../shared/caseload/period.ts';
import { failureOf } from '../api/client.ts';
import { callCommand, useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useNotices } from '../app/notices.tsx';
import { useSpeech } from '../app/words.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import styles from './caseload.module.css';

type Props = { office: RegistryOffice; period: string | null; onClose: () => void };
const isCount = (text: string) => /^\d{0,7}$/u.test(text.trim());

/** Types the figures of one office and one period. A field left empty says nothing of that kind. */
export function FiguresDialog(props: Props) {
  const periods = useQuery('caseload.ofOffice', { officeId: props.office.id }, { isLive: false });
  const [now] = useState(Date.now);
  const settings = useQuery('situation.settings', {}, { isLive: false });
  if (periods.data === undefined || settings.data === undefined) return null;
  return (
    <Figures
      {...props}
      known={periods.data.periods}
      usual={props.period ?? periodAt(now, settings.data.rhythm)}
    />
  );
}

type Known = { period: string; figures: { kind: string; count: number }[] }[];

function Figures({ office, onClose, known, usual }: Props & { known: Known; usual: string }) {
  const { words, language } = useSpeech();
  const { app, caseload } = words;
  const notices = useNotices();
  const set = useCommand('caseload.set');
  const [typedPeriod, setTypedPeriod] = useState(usual);
  const period = periodNamed(typedPeriod);
  const before = known.find((one) => one.period === period)?.figures ?? [];
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [own, setOwn] = useState<readonly string[]>([]);
  const [ownName, setOwnName] = useState('');
  const [isTried, setTried] = useState(false);
  const kinds = [
    ...new Set([
      ...caseloadKinds.map(({ code }) => code),
      ...before.map(({ kind }) => kind),
      ...own,
    ]),
  ];
  const textOf = (kind: string) =>
    typed[kind] ?? String(before.find((figure) => figure.kind === kind)?.count ?? '');
  const addKind = () => {
    const kind = caseloadKindNamed(ownName);
    if (!isCaseloadKind(kind)) return;
    setOwn([...own, kind]);
    setOwnName('');
  };
  const store = async (figures: { kind: string; count: number }[], sentence: string) => {
    if (period === null) return;
    const done = await set.run({ officeId: office.id, period, figures });
    if (done === undefined) return;
    notices.say(sentence, {
      label: caseload.undo,
      run: () => {
        callCommand('caseload.set', { officeId: office.id, period, figures: before }).catch(
          (error: unknown) => notices.fail(failureOf(error)),
        );
      },
    });
    onClose();
  };
  const submit = () => {
    setTried(true);
    if (period === null || set.isRunning || !kinds.every((kind) => isCount(textOf(kind)))) return;
    const figures = kinds
      .filter((kind) => textOf(kind).trim() !== '')
      .map((kind) => ({ kind, count: Number(textOf(kind)) }));
    void store(figures, caseload.saved(period));
  };
  return (
    <Dialog
      title={caseload.enterTitle(office.name)}
      width={560}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          {before.length > 0 && (
            <Button
              variant="default"
              mr="auto"
              onClick={() => void store([], caseload.removed(period ?? ''))}
            >
              {caseload.remove}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {app.cancel}
          </Button>
          <Button type="submit" loading={set.isRunning}>
            {caseload.save}
          </Button>
        </>
      }
    >
      <TextInput
        label={caseload.period}
        placeholder={caseload.periodHint}
        description={caseload.periodHint}
        value={typedPeriod}
        error={isTried && period === null ? caseload.periodWrong : null}
        onChange={(event) => {
          setTypedPeriod(event.currentTarget.value);
          setTyped({});
        }}
      />
      <p className={styles.hint}>{caseload.fieldsText}</p>
      <div className={styles.fields}>
        {kinds.map((kind, index) => (
          <TextInput
            key={kind}
            label={caseloadKindName(kind, language)}
            inputMode="numeric"
            {...(index === 0 ? { 'data-autofocus': true } : {})}
            value={textOf(kind)}
            error={isTried && !isCount(textOf(kind)) ? caseload.countWrong : null}
            onChange={(event) => setTyped({ ...typed, [kind]: event.currentTarget.value })}
          />
        ))}
        <div className={styles.ownKind}>
          <TextInput
            label={caseload.ownKind}
            placeholder={caseload.ownKindHint}
            maxLength={40}
            value={ownName}
            onChange={(event) => setOwnName(event.currentTarget.value)}
          />
          <Button variant="default" disabled={ownName.trim() === ''} onClick={addKind}>
            {caseload.addKind}
          </Button>
        </div>
      </div>
      {set.failure !== undefined && <FailureNotice failure={set.failure} />}
    </Dialog>
  );
}
