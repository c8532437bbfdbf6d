import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readCaseload, writeCaseload } from '../../../shared/caseload/caseload-csv.ts';
import {
  caseloadKindNamed,
  caseloadKinds,
  isCaseloadKind,
} from '../../../shared/caseload/kinds.ts';
import {
  comparePeriods,
  fileOfPeriod,
  periodOfFile,
  isPeriod,
  monthsOf,
  periodAt,
  periodNamed,
} from '../../../shared/caseload/period.ts';

const kind = fc.oneof(
  fc.constantFrom(...caseloadKinds.map(({ code }) => code)),
  fc.constantFrom('own:涉外案件', 'own:听证'),
);

describe('figures of a period', () => {
  it('are read as they were written, whatever they are, and always the same bytes', () => {
    const figures = fc.uniqueArray(fc.record({ kind, count: fc.nat(9_999_999) }), {
      selector: (figure) => figure.kind,
    });
    fc.assert(
      fc.property(figures, (list) => {
        const text = writeCaseload(list);
        assert.equal(writeCaseload(list.toReversed()), text);
        const read = readCaseload(text);
        assert.ok('figures' in read);
        assert.deepEqual(
          new Map(read.figures.map((f) => [f.kind, f.count])),
          new Map(list.map((f) => [f.kind, f.count])),
        );
      }),
    );
  });
  it('look like a small table', () => {
    assert.equal(
      writeCaseload([
        { kind: 'own:听证', count: 3 },
        { kind: 'civil', count: 0 },
      ]),
      'kind,name,count\ncivil,民事检察监督,0\nown:听证,听证,3\n',
    );
  });
  it('are refused by the line that does not fit', () => {
    const of = (...lines: string[]) => readCaseload(['kind,name,count', ...lines, ''].join('\n'));
    assert.deepEqual(readCaseload('count\n'), { line: 1, problem: 'head' });
    assert.deepEqual(of('civil,,1', 'civil,,2'), { line: 3, problem: 'kind-twice' });
    assert.deepEqual(of('military,,1'), { line: 2, problem: 'kind' });
    assert.deepEqual(of('civil,1'), { line: 2, problem: 'cells' });
    for (const bad of ['-1', '1.5', '1e3', '01', '', '10000000', '１']) {
      assert.deepEqual(of(`civil,,${bad}`), { line: 2, problem: 'count' });
    }
    assert.deepEqual(of(...Array.from({ length: 201 }, (_, at) => `own:${at},,1`)), {
      line: 202,
      problem: 'too-long',
    });
  });
  it('have kinds by their Chinese and English names, or ones of their own', () => {
    assert.equal(caseloadKindNamed('综合履职'), 'comprehensive');
    assert.equal(caseloadKindNamed('审查起诉（件）'), 'criminal-prosecution');
    assert.equal(caseloadKindNamed('Civil supervision'), 'civil');
    assert.equal(caseloadKindNamed('涉外案件'), 'own:涉外案件');
    assert.equal(isCaseloadKind('own:'), false);
    assert.equal(isCaseloadKind('own:a,b'), false);
  });
});

describe('a period', () => {
  it('is a year, a half, a quarter or a month and nothing else', () => {
    assert.deepEqual(monthsOf('2026'), { from: '2026-01', to: '2026-12' });
    assert.deepEqual(monthsOf('2026-H2'), { from: '2026-07', to: '2026-12' });
    assert.deepEqual(monthsOf('2026-Q3'), { from: '2026-07', to: '2026-09' });
    assert.deepEqual(monthsOf('2026-02'), { from: '2026-02', to: '2026-02' });
    for (const bad of ['2026-13', '2026-Q5', '../2026', '2026-1', '1999'])
      assert.equal(isPeriod(bad), false);
  });
  it('has a file name of small letters, and no other name is its own', () => {
    for (const period of ['2026', '2026-H1', '2026-Q3', '2026-04']) {
      assert.equal(periodOfFile(fileOfPeriod(period)), period);
    }
    assert.equal(fileOfPeriod('2026-Q3'), '2026-q3');
    assert.equal(periodOfFile('2026-Q3'), null);
    assert.equal(periodOfFile('../2026'), null);
  });
  it('is understood as people write it', () => {
    assert.equal(periodNamed('2026年第三季度'), '2026-Q3');
    assert.equal(periodNamed('2026 年上半年'), '2026-H1');
    assert.equal(periodNamed('2026年9月'), '2026-09');
    assert.equal(periodNamed('2026年度'), '2026');
    assert.equal(periodNamed('2026/4'), '2026-04');
    assert.equal(periodNamed('去年'), null);
  });
  it('is that of Beijing, eight hours on', () => {
    const at = Date.UTC(2026, 11, 31, 17);
    assert.equal(periodAt(at, 'month'), '2027-01');
    assert.equal(periodAt(at - 3_600_001, 'quarter'), '2026-Q4');
    assert.equal(periodAt(at, 'half'), '2027-H1');
  });
  it('comes before older ones, and the longer before the shorter', () => {
    assert.deepEqual(
      ['2025', '2026-Q1', '2026-03', '2025-H2', '2026-H1'].toSorted(comparePeriods),
      ['2026-H1', '2026-Q1', '2026-03', '2025', '2025-H2'],
    );
  });
});
