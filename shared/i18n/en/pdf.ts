import type { Words } from '../words.ts';

export const pdf: Words['pdf'] = {
  tools: 'PDF tools',
  opening: 'Opening the PDF',
  drawing: 'Drawing the page',
  pageNumber: 'Page',
  ofPages: (count) => `of ${count}`,
  page: (name, page, count) => `${name}, page ${page} of ${count}`,
  previous: 'Previous page',
  next: 'Next page',
  smaller: 'Smaller',
  larger: 'Larger',
  fit: 'Fit width',
  zoom: (percent) => `${percent}%`,
  noText: 'This page has no text; it may be a scan.',
};

export const pdfTroubles: Words['pdfTroubles'] = {
  password:
    'This PDF is protected by a password and cannot be viewed here. Save it and open it in a reader.',
  damaged:
    'This PDF is damaged or incomplete and cannot be shown. Save it and try another program.',
  slow: 'This PDF is so complex that opening it would take too much time or memory, so it was stopped. Make sure where it comes from before you save and open it.',
  page: 'This page is damaged and cannot be shown. The other pages can be viewed.',
};
