import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../app/words.tsx';
import styles from './dialog.module.css';
import { useHeldFocus } from './use-held-focus.ts';

type Props = {
  title: string;
  width?: number;
  onClose: () => void;
  /** Enter in a field does what the main button does. */
  onSubmit?: () => void;
  children: ReactNode;
  actions: ReactNode;
};

/** A dialog: heading, content, buttons at the lower right. Escape and the cross close it. */
export function Dialog({ title, width = 560, onClose, onSubmit, children, actions }: Props) {
  const { app } = useWords();
  useHeldFocus();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={width}
      padding={0}
      closeButtonProps={{ 'aria-label': app.close }}
      closeOnClickOutside={false}
      classNames={{
        overlay: styles.overlay ?? '',
        content: styles.content ?? '',
        header: styles.header ?? '',
        title: styles.title ?? '',
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        <div className={styles.body}>{children}</div>
        <div className={styles.actions}>{actions}</div>
      </form>
    </Modal>
  );
}
