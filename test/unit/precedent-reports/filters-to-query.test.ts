import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filtersToQuery } from '../../../renderer/precedent-reports/filters-to-query.ts';
import { wordsOf } from '../../../shared/i18n/index.ts';
import { parseQuery } from '../../../shared/text/query/parse-query.ts';

test('a query and its filters are one query in words that the search box understands', () => {
  const query = filtersToQuery(
    '甲 OR 乙',
    [
      { list: 'charge', codes: ['213', '217'], isExcluded: false },
      { list: 'kind', codes: ['precedent'], isExcluded: true },
      { list: 'article', codes: ['刑法·219之1'], isExcluded: false },
      { list: 'tag', codes: ['重点 案件'], isExcluded: false },
    ],
    wordsOf('zh-CN'),
  );
  assert.equal(
    query,
    '(甲 OR 乙) (罪名:假冒注册商标罪 OR 罪名:侵犯著作权罪) -类型:参考案例 法条:刑法第219条之1 标签:"重点 案件"',
  );
  assert.deepEqual(parseQuery(query).problems, []);
  assert.equal(filtersToQuery(' 甲 OR 乙 ', [], wordsOf('zh-CN')), '甲 OR 乙');
});
