import { Button, NativeSelect, Popover, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { inlineText, type Image } from '../../../shared/document/tree.ts';
import { useWords } from '../../app/words.tsx';

type Props = {
  place: DOMRect;
  image: Image;
  onView: () => void;
  onRemove: () => void;
  /** Whichever way it is left, what was written is kept. */
  onDone: (caption: string, widthInPercent: number | null) => void;
};

const WIDTHS = [25, 33, 50, 75, 100];
const WHOLE = '';

/** A small window for the caption and the width of a picture. Keys belong to the input method while it composes. */
export function ImagePopover({ place, image, onView, onRemove, onDone }: Props) {
  const { pasting } = useWords();
  const [caption, setCaption] = useState(inlineText(image.caption));
  const [width, setWidth] = useState(image.widthInPercent?.toString() ?? WHOLE);
  const done = () => onDone(caption.trim(), width === WHOLE ? null : Number(width));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key === 'Process') return;
    const isInCaption = event.target instanceof HTMLInputElement;
    if (event.key !== 'Escape' && !(event.key === 'Enter' && isInCaption)) return;
    event.preventDefault();
    event.stopPropagation();
    done();
  };
  const widths = [
    ...new Set([...WIDTHS, ...(image.widthInPercent === undefined ? [] : [image.widthInPercent])]),
  ];
  return (
    <Popover
      opened
      onDismiss={done}
      closeOnEscape={false}
      position="bottom"
      width={420}
      withArrow
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <span
          className="editor-popover-anchor"
          style={{ left: place.left, top: place.top, width: place.width, height: place.height }}
        />
      </Popover.Target>
      <Popover.Dropdown className="han" aria-label={pasting.editPicture} onKeyDown={onKeyDown}>
        <TextInput
          data-autofocus
          label={pasting.caption}
          value={caption}
          maxLength={500}
          onChange={(event) => setCaption(event.currentTarget.value)}
        />
        <NativeSelect
          mt={8}
          label={pasting.width}
          value={width}
          data={[
            { value: WHOLE, label: pasting.wholeWidth },
            ...widths
              .toSorted((one, other) => one - other)
              .map((one) => ({ value: String(one), label: pasting.percent(one) })),
          ]}
          onChange={(event) => setWidth(event.currentTarget.value)}
        />
        <div className="editor-popover-actions">
          <Button size="compact-sm" variant="subtle" color="red" onClick={onRemove}>
            {pasting.removePicture}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onView}>
            {pasting.view}
          </Button>
          <Button size="compact-sm" onClick={done}>
            {pasting.done}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
