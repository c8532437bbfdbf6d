import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconZoomIn,
  IconZoomOut,
  type Icon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useSpeech } from '../../app/words.tsx';
import styles from './pdf-view.module.css';

type Props = {
  page: number;
  pageCount: number;
  percent: number;
  onPage: (page: number) => void;
  onSmaller: (() => void) | undefined;
  onLarger: (() => void) | undefined;
  onFit: () => void;
};

/** Turning pages and zooming. */
export function PdfTools({ page, pageCount, percent, onPage, onSmaller, onLarger, onFit }: Props) {
  const { words, count } = useSpeech();
  const { pdf } = words;
  return (
    <div className={styles.tools} role="toolbar" aria-label={pdf.tools}>
      <Tool
        label={pdf.previous}
        icon={IconChevronLeft}
        onClick={page === 1 ? undefined : () => onPage(page - 1)}
      />
      <PageField page={page} onPage={onPage} />
      <span className={styles.pages}>{pdf.ofPages(count(pageCount))}</span>
      <Tool
        label={pdf.next}
        icon={IconChevronRight}
        onClick={page === pageCount ? undefined : () => onPage(page + 1)}
      />
      <span className={styles.gap} />
      <Tool label={pdf.smaller} icon={IconZoomOut} onClick={onSmaller} />
      <span className={styles.percent}>{pdf.zoom(count(percent))}</span>
      <Tool label={pdf.larger} icon={IconZoomIn} onClick={onLarger} />
      <Button variant="subtle" size="compact-sm" onClick={onFit}>
        {pdf.fit}
      </Button>
    </div>
  );
}

type ToolProps = { label: string; icon: Icon; onClick: (() => void) | undefined };

function Tool({ label, icon: Picture, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={label}
        disabled={onClick === undefined}
        onClick={onClick}
      >
        <Picture size={18} stroke={1.5} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** The number may be typed; Enter or leaving the field goes there. */
function PageField({ page, onPage }: Pick<Props, 'page' | 'onPage'>) {
  const { pdf } = useSpeech().words;
  const [typed, setTyped] = useState<string>();
  const go = () => {
    const wanted = Number(typed ?? page);
    if (Number.isSafeInteger(wanted) && wanted !== page) onPage(wanted);
    setTyped(undefined);
  };
  return (
    <TextInput
      size="xs"
      aria-label={pdf.pageNumber}
      className={styles.number ?? ''}
      inputMode="numeric"
      value={typed ?? String(page)}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={go}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        // Of the dialog around it Enter would close it.
        event.preventDefault();
        go();
      }}
    />
  );
}
