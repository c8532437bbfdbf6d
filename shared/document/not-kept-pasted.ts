/**
 * What of pasted HTML a document has no place for, or what did not come along. `picture`: it lies in a file of the other program
 * (`file:`), or its bytes are none that are shown; `remote-picture`: on the network, never fetched; `footnote`: a mark whose
 * note was not copied; `cell-picture`: in a table, where a link to the attachment stands for it.
 */
export type NotKeptPasted =
  | 'picture'
  | 'remote-picture'
  | 'cell-picture'
  | 'drawing'
  | 'footnote'
  | 'formatting'
  | 'nested-table'
  | 'link'
  | 'active';
