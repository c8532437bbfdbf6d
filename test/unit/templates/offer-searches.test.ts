import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  objectsOf,
  offerSearches,
} from '../../../shared/templates/precedent-search-report/offer-searches.ts';
import { noFields } from '../../../shared/templates/record-fields.ts';
import { parseQuery } from '../../../shared/text/query/parse-query.ts';
import { documentOf } from '../../support/temp-records.ts';

const matter = (text: string, title = '案') => ({ title, document: documentOf({ facts: text }) });

describe('what a case is about', () => {
  const cases: readonly [string, string[]][] = [
    ['假冒“岑岭”地理标志证明商标', ['岑岭']],
    ['假冒“岑岭”“岑岭及图”注册商标', ['岑岭及图']],
    ['第4356344号“折枝”文字商标', ['第4356344号', '折枝']],
    ['实用新型专利ZL200710304704.x', ['ZL200710304704.x']],
    ['“望麦1号”小麦新品种', ['望麦1号']],
    ['盗版作品《云汀夜话》与《林某某侵犯著作权案》《著作权法》《盗版举报表》', ['云汀夜话']],
    ['依据《中华人民共和国刑法》和《岑岭旧志》', []],
    ['身份证110101199003070011、（2022）岚0603民再67号', []],
  ];
  for (const [text, objects] of cases) {
    it(`is ${objects.join(', ') || 'nothing'} in: ${text}`, () => {
      assert.deepEqual(objectsOf(matter(text)), objects);
    });
  }
});

describe('the offered queries', () => {
  it('have nothing wrong with them, whatever stands in names and keywords', () => {
    const odd = ['OR', '甲"乙', '(丙', '标题:丁', '-戊', 'a b  c', '与', '《己》', '"', '某（小）'];
    const record = {
      ...matter('“OR”商标、“(丙”商标'),
      keywords: odd,
      fields: noFields(),
    };
    for (const { query } of offerSearches(record, odd)) {
      assert.deepEqual(parseQuery(query).problems, [], query);
    }
  });
});
