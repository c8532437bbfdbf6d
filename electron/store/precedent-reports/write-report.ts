import type { Database } from 'better-sqlite3';
import { carryMarks } from '../../../shared/comments/marks-in-document.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { Block, DocumentTree, Section } from '../../../shared/document/tree.ts';
import { Failure } from '../../../shared/errors.ts';
import { templates } from '../../../shared/templates/index.ts';
import { getRecord } from '../records/get-record.ts';
import { writeContent } from '../records/write-content.ts';
import { keepRevision } from '../revisions/keep-revision.ts';
import { composedOf, hashOf } from './get-report.ts';
import { REPORT_KIND, searchesOf, writableReport } from './report-row.ts';

/** See `precedentReports.write`. */
export function writeReport(
  db: Database,
  id: RecordId,
  office: string,
  now: number,
): { saves: number } {
  const write = db.transaction(() => {
    const row = writableReport(db, id);
    if (searchesOf(db, row.number).every(({ ranAt }) => ranAt === null)) {
      throw new Failure('precedent-report-not-run');
    }
    const composed = composedOf(db, row, office);
    const { title, keywords, caseNumbers, fields, document } = getRecord(db, id);
    keepRevision(db, row.number, { reason: 'before-search' });
    const written = [
      { sectionId: 'searches', blocks: composed.searches },
      { sectionId: 'results', blocks: composed.results },
    ].reduce((before, { sectionId, blocks }) => withSection(before, sectionId, blocks), document);
    const content = {
      title,
      keywords,
      caseNumbers,
      fields,
      document: carryMarks(document, written),
    };
    const { saves } = writeContent(db, row.number, content, now);
    keepRevision(db, row.number, { reason: 'searched' });
    db.prepare(
      `INSERT INTO precedent_reports (report_number, written_at, written_hash) VALUES (@number, @now, @hash)
       ON CONFLICT (report_number) DO UPDATE SET written_at = @now, written_hash = @hash`,
    ).run({ number: row.number, now, hash: hashOf(composed) });
    return { saves };
  });
  return write.immediate();
}

/** A part that was taken out comes back in the place that the template gives it. */
function withSection(document: DocumentTree, id: string, blocks: Block[]): DocumentTree {
  const { sections } = document;
  const place = sections.findIndex((section) => section.id === id);
  if (place !== -1) {
    return {
      ...document,
      sections: sections.map((one) => (one.id === id ? { ...one, blocks } : one)),
    };
  }
  const order = templates[REPORT_KIND].sections.map((section) => section.id);
  const heading = templates[REPORT_KIND].sections.find((section) => section.id === id)?.heading;
  const section: Section = { id, heading: heading ?? id, blocks };
  const after = sections.findIndex((one) => order.indexOf(one.id) > order.indexOf(id));
  const at = after === -1 ? sections.length : after;
  return { ...document, sections: [...sections.slice(0, at), section, ...sections.slice(at)] };
}
