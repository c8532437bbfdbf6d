import { Button, Checkbox, Radio, Textarea } from '@mantine/core';
import { IconAddressBook } from '@tabler/icons-react';
import type { EndorsablePack } from '../../shared/contract/endorsements.ts';
import type { FailureData } from '../../shared/contract/index.ts';
import { formatDate } from '../../shared/i18n/format.ts';
import { useCommand } from '../api/use-command.ts';
import { useQuery } from '../api/use-query.ts';
import { useView } from '../app/view.tsx';
import { useWords } from '../app/words.tsx';
import list from '../packs/export.module.css';
import { Fingerprint } from '../points/fingerprint.tsx';
import { EmptyPlace } from '../ui/empty-place.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { StepDialog } from '../ui/step-dialog.tsx';
import type { Where } from './endorse-dialog.tsx';
import type { StepFrame } from './endorse-opinions.tsx';
import styles from './endorsements.module.css';

type Props = {
  frame: StepFrame;
  pack: EndorsablePack;
  where: Where;
  failure: FailureData | undefined;
  onChange: (where: Where) => void;
  onBack?: () => void;
  onNext: () => void;
};

/** The last step: the desk, a note, the file; of a marked original it asks once more. */
export function EndorseFile({ frame, pack, where, failure, onChange, onBack, onNext }: Props) {
  const { endorsements, fields, packs } = useWords();
  const view = useView();
  const offices = useQuery('points.list', {});
  const choose = useCommand('window.chooseNewFile');
  const desks = (offices.data?.items ?? []).filter(({ kind }) => kind === 'desk');
  const to = where.to ?? (desks.length === 1 ? (desks[0]?.id ?? null) : null);
  const marking = pack.highestMarking;
  const isAsked = marking === 'internal' || marking === 'work-secret';
  const chooseFile = async () => {
    const name = endorsements.fileName(pack.senderName, formatDate(Date.now()));
    const answer = await choose.run({ title: endorsements.file, name, extension: 'jzpack' });
    if (answer?.file !== undefined && answer.file !== null) {
      onChange({ ...where, to, file: answer.file });
    }
  };
  const isReady = to !== null && where.file !== null && (where.isSure || !isAsked);
  const shown = failure ?? choose.failure;
  return (
    <StepDialog
      {...frame}
      step={1}
      isReady={isReady}
      nextLabel={endorsements.write}
      onNext={onNext}
      {...(onBack === undefined ? {} : { onBack })}
    >
      {offices.data !== undefined && desks.length === 0 && (
        <EmptyPlace
          icon={IconAddressBook}
          title={endorsements.noDesk}
          text={endorsements.noDeskText}
        >
          <Button
            variant="default"
            onClick={() => {
              frame.onClose();
              view.go({ at: 'points' });
            }}
          >
            {endorsements.goPoints}
          </Button>
        </EmptyPlace>
      )}
      {desks.length > 0 && (
        <>
          {pack.kind === 'withdrawal' && <p className={styles.hint}>{endorsements.takesBack}</p>}
          <Radio.Group
            label={endorsements.to}
            value={to}
            onChange={(id) => onChange({ ...where, to: id })}
          >
            <div className={list.offices}>
              {desks.map(({ id, name, fingerprint }) => (
                <Radio.Card key={id} value={id} className={list.office ?? ''}>
                  <span className={list.officeName}>{name}</span>
                  <span className={list.officeFacts}>
                    <Fingerprint groups={fingerprint} />
                  </span>
                </Radio.Card>
              ))}
            </div>
          </Radio.Group>
          <Textarea
            label={endorsements.note}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={5000}
            value={where.note}
            onChange={(event) => onChange({ ...where, to, note: event.currentTarget.value })}
          />
          <div className={styles.path}>
            <Button variant="default" onClick={() => void chooseFile()}>
              {endorsements.chooseFile}
            </Button>
            {where.file !== null && <span>{where.file}</span>}
          </div>
          {isAsked && (
            <>
              <Notice tone="care">{endorsements.marked(fields.markings[marking])}</Notice>
              <Checkbox
                label={endorsements.confirmMarked}
                checked={where.isSure}
                onChange={(event) =>
                  onChange({ ...where, to, isSure: event.currentTarget.checked })
                }
              />
            </>
          )}
        </>
      )}
      {shown !== undefined && <FailureNotice failure={shown} />}
      {failure?.code === 'cancelled' && <p className={styles.hint}>{packs.stopped}</p>}
    </StepDialog>
  );
}
