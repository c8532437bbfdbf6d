import { Fragment, type ReactNode } from 'react';
import type { Block, DocumentTree, Inline } from '../../shared/document/tree.ts';
import { useWords } from '../app/words.tsx';
import styles from './beside.module.css';

/** A document to read, without an editor: the one that is written in keeps its tools to itself. */
export function ReadDocument({ document }: { document: DocumentTree }) {
  return (
    <>
      {document.sections.map((section) => (
        <section key={section.id} data-section={section.id}>
          {section.heading !== '' && <h3 className={styles.section}>{section.heading}</h3>}
          {section.blocks.map((block, at) => (
            // A document that is only read never changes its order.
            // oxlint-disable-next-line react/no-array-index-key
            <ReadBlock key={at} block={block} />
          ))}
        </section>
      ))}
    </>
  );
}

function ReadBlock({ block }: { block: Block }) {
  const { besides } = useWords();
  switch (block.type) {
    case 'paragraph':
      return <p>{inlines(block.children)}</p>;
    case 'heading':
      return <h4>{inlines(block.children)}</h4>;
    case 'quote':
      return <blockquote>{inlines(block.children)}</blockquote>;
    case 'image':
      return (
        <figure>
          <figcaption>
            {besides.picture} {inlines(block.caption)}
          </figcaption>
        </figure>
      );
    case 'list': {
      const items = block.items.map((item, at) => (
        // oxlint-disable-next-line react/no-array-index-key
        <li key={at} style={{ marginInlineStart: `${item.depth}em` }}>
          {inlines(item.children)}
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <table>
          <tbody>
            {block.rows.map((row, at) => (
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                {row.map((cell, column) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <td key={column} colSpan={cell.columnSpan ?? 1} rowSpan={cell.rowSpan ?? 1}>
                    {cell.children.map((paragraph, line) => (
                      // oxlint-disable-next-line react/no-array-index-key
                      <p key={line}>{inlines(paragraph.children)}</p>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function inlines(children: readonly Inline[]): ReactNode {
  return children.map((inline, at) => (
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={at}>{textOf(inline)}</Fragment>
  ));
}

function textOf(inline: Inline): ReactNode {
  switch (inline.type) {
    case 'text':
      return inline.bold === true ? <b>{inline.text}</b> : inline.text;
    case 'line-break':
      return <br />;
    case 'footnote':
      return <span className={styles.note}>{`〔${plain(inline.children)}〕`}</span>;
    case 'record-link':
    case 'attachment-link':
      return inline.text;
    case 'citation':
      return null;
  }
}

const plain = (children: readonly Inline[]) =>
  children.map((child) => ('text' in child ? child.text : '')).join('');
