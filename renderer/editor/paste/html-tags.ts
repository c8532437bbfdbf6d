const names = (text: string) => new Set(text.trim().split(/\s+/));

/** Programs and what a program would draw. */
export const activeTags = names(
  'script iframe frame object embed applet input button select textarea audio video',
);
export const drawnTags = names('svg math canvas v:shape v:group v:rect v:oval v:line');
/** Nothing of what stands in these is text. */
export const droppedTags = names(
  `script style head title meta link base template noscript svg math iframe frame object embed applet video
  audio canvas map area input button select textarea progress meter`,
);
export const blockTags = names(
  `html body p div section article aside header footer main nav blockquote pre address dl dt dd figure figcaption center
  form fieldset details summary hr caption legend`,
);
/** Looks that a document does not keep. */
export const decoratedTags = names('i em u s strike sup sub mark');
export const headingLevels: Readonly<Record<string, 1 | 2 | 3>> = {
  h1: 1,
  h2: 2,
  h3: 3,
  h4: 3,
  h5: 3,
  h6: 3,
};
