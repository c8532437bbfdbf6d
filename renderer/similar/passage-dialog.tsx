import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { FailureData } from '../../shared/contract/index.ts';
import { LONGEST_PASSAGE, type SimilarRecord } from '../../shared/contract/similar.ts';
import { call, failureOf } from '../api/client.ts';
import { useView } from '../app/view.tsx';
import { useSpeech } from '../app/words.tsx';
import { showBeside } from '../beside/beside.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { SimilarList } from './similar-list.tsx';
import styles from './similar.module.css';

/** What in the library is like a passage that is pasted here. The passage is not kept. */
export function PassageDialog({ onClose }: { onClose: () => void }) {
  const { words, count } = useSpeech();
  const { app, similar } = words;
  const { open, opened } = useView();
  const [passage, setPassage] = useState('');
  const [items, setItems] = useState<readonly SimilarRecord[]>();
  const [failure, setFailure] = useState<FailureData>();
  const isReady = passage.trim() !== '';
  const compare = async () => {
    if (!isReady) return;
    setFailure(undefined);
    try {
      const asked = { passage: passage.slice(0, LONGEST_PASSAGE), asker: 'similar-passage' };
      setItems((await call('similar.toPassage', asked)).items);
    } catch (error) {
      const thrown = failureOf(error);
      if (thrown.code !== 'cancelled') setFailure(thrown);
    }
  };
  const leaveTo = (go: () => void) => {
    onClose();
    go();
  };
  return (
    <Dialog
      title={similar.passageTitle}
      width={720}
      onClose={onClose}
      onSubmit={() => void compare()}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {app.close}
          </Button>
          <Button type="submit" disabled={!isReady}>
            {similar.find}
          </Button>
        </>
      }
    >
      <Textarea
        label={similar.passageBox}
        description={similar.passageHint}
        error={
          passage.length > LONGEST_PASSAGE ? similar.passageCut(count(LONGEST_PASSAGE)) : undefined
        }
        autosize
        minRows={5}
        maxRows={10}
        data-autofocus
        value={passage}
        onChange={(event) => setPassage(event.currentTarget.value)}
        onKeyDown={(event) => {
          const isSent = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (!isSent || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void compare();
        }}
      />
      {failure !== undefined && <FailureNotice failure={failure} />}
      <p className={styles.hint} role="status">
        {items?.length === 0 && similar.none}
      </p>
      {items !== undefined && items.length > 0 && (
        <SimilarList
          items={items}
          onOpen={({ id }) => leaveTo(() => open({ id, terms: [], section: null }))}
          onBeside={opened === null ? null : ({ id }) => leaveTo(() => showBeside(id))}
        />
      )}
    </Dialog>
  );
}
