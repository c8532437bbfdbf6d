import { entry } from './code-entry.ts';

/** 四大检察, and the mark of a case in which they were exercised together (综合履职). */
export const functions = [
  entry('criminal', '刑事检察', 'Criminal'),
  entry('civil', '民事检察', 'Civil'),
  entry('administrative', '行政检察', 'Administrative'),
  entry('public-interest', '公益诉讼检察', 'Public interest'),
  entry('comprehensive', '综合履职', 'Comprehensive'),
] as const;
