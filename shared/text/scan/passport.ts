import { chained } from './chained.ts';
import type { Find } from './finding.ts';

const value = /^(?:[a-z]{1,2}\d{6,10}|\d{8,9})(?![\da-z])/u;
const label = /(?:护照|通行证|回乡证|台胞证|旅行证|passport)(?: ?no\.?)?[^\da-z\n,;。、]{0,12}/gu;

/** Passports and the permits of Hong Kong, Macao and Taiwan: only after their names, for a number alone could be anything. */
export const findPassports: Find = (text) => chained(text, 'passport', label, value);
