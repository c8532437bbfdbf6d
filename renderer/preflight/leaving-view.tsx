import { Fragment, type ReactNode } from 'react';
import type { CallOutput } from '../../shared/contract/index.ts';
import type { ExportedBlock, ExportedInline } from '../../shared/document/exported-tree.ts';
import { useWords } from '../app/words.tsx';
import styles from './leaving-view.module.css';

type Shown = CallOutput<'preflight.show'>;
type Change = Shown['changes'][number];
/** The changes of a text, by what leads to it. */
type Changes = ReadonlyMap<string, readonly Change[]>;
type Path = readonly (string | number)[];

/** A record exactly as it leaves, from the tree that will be written, with what was changed marked. */
export function LeavingView({ shown }: { shown: Shown }) {
  const { record } = shown;
  const changes = byPath(shown.changes.filter(({ decision }) => decision !== 'keep'));
  return (
    <article className={styles.paper} lang="zh-CN">
      <h3 className={styles.title}>{marked(record.title, ['title'], changes)}</h3>
      <Facts record={record} changes={changes} />
      {record.document.sections.map((section, at) => {
        const path: Path = ['document', 'sections', at];
        return (
          <section key={section.id}>
            {section.heading !== '' && (
              <h4 className={styles.heading}>
                {marked(section.heading, [...path, 'heading'], changes)}
              </h4>
            )}
            {section.blocks.map((block, number) => (
              // Blocks of a tree that does not change have no other name than their place.
              // oxlint-disable-next-line react/no-array-index-key
              <Block
                key={number}
                block={block}
                path={[...path, 'blocks', number]}
                changes={changes}
              />
            ))}
          </section>
        );
      })}
    </article>
  );
}

/** What stands between title and text: keywords, case numbers, and the fields that leave. */
function Facts({ record, changes }: { record: Shown['record']; changes: Changes }) {
  const lines = [
    ...(['keywords', 'caseNumbers'] as const).map((member) =>
      record[member].map((word, at) => ({ word, path: [member, at] as Path })),
    ),
    record.formatVersion === 1 ? [] : namesIn(record.fields, ['fields']),
  ];
  return lines.map(
    (line) =>
      line[0] !== undefined && (
        <p key={line[0].path.join('/')} className={styles.facts}>
          {line.map(({ word, path }, at) => (
            <Fragment key={path.join('/')}>
              {at > 0 && '　'}
              {marked(word, path, changes)}
            </Fragment>
          ))}
        </p>
      ),
  );
}

/** Every name in the fields; codes are the program's own, and the marking is shown when the pack is made. */
function namesIn(value: unknown, path: Path): { word: string; path: Path }[] {
  const last = path.at(-1);
  if (typeof value === 'string') {
    return last === 'code' || last === 'marking' ? [] : [{ word: value, path }];
  }
  if (typeof value !== 'object' || value === null) return [];
  // As the finder counts: entries of an array by their text.
  return Object.entries(value).flatMap(([key, inner]) => namesIn(inner, [...path, key]));
}

function byPath(changes: readonly Change[]): Changes {
  const map = new Map<string, Change[]>();
  for (const change of changes) {
    const key = change.path.join('/');
    map.set(key, [...(map.get(key) ?? []), change]);
  }
  return map;
}

type BlockProps = { block: ExportedBlock; path: Path; changes: Changes };

function Block({ block, path, changes }: BlockProps) {
  const { preflight } = useWords();
  const run = (children: readonly ExportedInline[], ...at: Path) =>
    inlines(children, [...path, ...at], changes);
  switch (block.type) {
    case 'paragraph':
      return <p className={styles.paragraph}>{run(block.children, 'children')}</p>;
    case 'heading':
      return <h5 className={styles.heading}>{run(block.children, 'children')}</h5>;
    case 'quote':
      return <blockquote className={styles.quote}>{run(block.children, 'children')}</blockquote>;
    case 'list':
      return (
        <ul className={styles.items}>
          {block.items.map((item, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at} style={{ marginLeft: `${item.depth}em` }}>
              {run(item.children, 'items', at, 'children')}
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <table className={styles.table}>
          <tbody>
            {block.rows.map((row, y) => (
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={y}>
                {row.map((cell, x) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <td key={x} colSpan={cell.columnSpan} rowSpan={cell.rowSpan}>
                    {cell.children.map((paragraph, at) => (
                      // oxlint-disable-next-line react/no-array-index-key
                      <p key={at}>
                        {run(paragraph.children, 'rows', y, x, 'children', at, 'children')}
                      </p>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'image':
      return (
        <p className={styles.caption}>
          {`〔${preflight.caption}〕`}
          {run(block.caption, 'caption')}
        </p>
      );
  }
}

function inlines(children: readonly ExportedInline[], path: Path, changes: Changes): ReactNode {
  const own = changes.get(path.join('/')) ?? [];
  let at = 0;
  return children.map((inline, index) => {
    const key = `${index} ${at}`;
    if (inline.type === 'footnote') {
      return (
        <small key={key} className={styles.note}>
          {'〔'}
          {inlines(inline.children, [...path, index, 'children'], changes)}
          {'〕'}
        </small>
      );
    }
    const start = at;
    if (inline.type === 'line-break') {
      at += 1;
      return <br key={key} />;
    }
    at += inline.text.length;
    const words = withMarks(inline.text, own, start);
    return inline.bold === true ? (
      <strong key={key}>{words}</strong>
    ) : (
      <Fragment key={key}>{words}</Fragment>
    );
  });
}

function marked(text: string, path: Path, changes: Changes): ReactNode {
  return withMarks(text, changes.get(path.join('/')) ?? [], 0);
}

/** `offset`: where the text begins in the run that the changes count in. */
function withMarks(text: string, changes: readonly Change[], offset: number): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end, decision } of changes.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(start - offset, at);
    const to = Math.min(end - offset, text.length);
    if (from >= to) continue;
    parts.push(text.slice(at, from));
    parts.push(
      <mark key={from} data-change={decision ?? 'open'} tabIndex={-1}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  parts.push(text.slice(at));
  return parts;
}
