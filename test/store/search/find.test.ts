import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { search } from '../../../shared/contract/search.ts';
import { findHits } from '../../../shared/text/find-hits.ts';
import { openSearchLibrary, plainly, type SearchLibrary } from '../../support/search-library.ts';

let library: SearchLibrary;
beforeEach(() => (library = openSearchLibrary()));
afterEach(() => library.close());

describe('a query', () => {
  it('finds records that have all its words, wherever in the record each one stands', () => {
    const both = library.add({
      title: '林某假冒案',
      sections: [['基本案情', '在云汀市销售轮胎。']],
    });
    library.add({ title: '林某假冒案' });
    library.add({ sections: [['基本案情', '轮胎']] });
    assert.deepEqual(library.numbersFor('假冒 轮胎'), [both]);
  });

  it('finds words of one and two characters, in titles, keywords, case numbers, headings and texts', () => {
    const number = library.add({
      title: '甲',
      keywords: ['乙丙'],
      caseNumbers: ['（2025）岚0102刑初47号'],
      sections: [['丁戊', '己庚']],
    });
    for (const query of ['甲', '乙', '丙', '乙丙', '刑', '刑初', '丁戊', '戊', '己', '己庚']) {
      assert.deepEqual(library.numbersFor(query), [number], query);
    }
  });

  it('does not care for width, case, bracket style, or traditional characters', () => {
    const number = library.add({
      title: '侵犯著作权案',
      caseNumbers: ['（2025）岚0102刑初47号'],
      sections: [['x', 'ABC软件']],
    });
    for (const query of ['侵犯著作權', '〔2025〕岚0102', '２０２５', 'abc軟件', 'ａｂｃ']) {
      assert.deepEqual(library.numbersFor(query), [number], query);
    }
  });

  it('finds a phrase with punctuation inside only where the punctuation is', () => {
    const number = library.add({ sections: [['x', '生产、销售，假冒商品']] });
    library.add({ sections: [['x', '销售假冒商品']] });
    library.add({ sections: [['x', '销售。假冒商品']] });
    assert.deepEqual(library.numbersFor('销售，假冒'), [number]);
    assert.deepEqual(library.numbersFor('销售,假冒'), [number]);
  });

  it('does not find words across a line, a keyword or a field', () => {
    library.add({ title: '甲乙', keywords: ['丙丁', '戊己'], sections: [['庚辛', '壬癸\n子丑']] });
    for (const query of ['乙丙', '丁戊', '己庚', '辛壬', '癸子', '丙丁戊']) {
      assert.deepEqual(library.numbersFor(query), [], query);
    }
  });

  it('answers nothing when there is nothing in it to find', () => {
    library.add({ title: '甲，乙' });
    for (const query of ['', ' \n ', '，', '。！？', '"', '*', '\u0000\u0007', '- + ^ ( )']) {
      const { total, isExact, hits, terms } = library.find(query);
      assert.deepEqual(
        { total, isExact, hits, terms },
        { total: 0, isExact: true, hits: [], terms: [] },
        query,
      );
    }
  });

  it('is never taken for the query language of the index', () => {
    library.add({ title: '甲乙' });
    for (const query of [
      '甲*',
      'NEAR(甲 乙)',
      "'; DROP TABLE records; --",
      'forms : "§2"',
      '§2',
      'title:"甲" OR rowid:1*',
      '标题:"甲*"',
    ]) {
      assert.deepEqual(library.numbersFor(query).length > 0, query.startsWith('title'), query);
    }
  });

  it('may be of emoji, rare characters beyond the basic plane, or controls within words', () => {
    const number = library.add({ title: '𠮷某👨‍👩‍👧案', sections: [['x', '甲\u0007乙']] });
    for (const query of ['𠮷', '𠮷某', '👨‍👩‍👧', '👧案', '甲\u0007乙']) {
      assert.deepEqual(library.numbersFor(query), [number], query);
    }
    assert.deepEqual(library.numbersFor('甲乙'), []);
  });

  it('of ten thousand characters is answered in a moment, as one word or as thousands', () => {
    const long = Array.from({ length: 10_000 }, (_, index) =>
      String.fromCodePoint(0x4e00 + ((index * 7) % 9000)),
    ).join('');
    const number = library.add({ sections: [['x', long]] });
    library.add({ sections: [['x', long.slice(1)]] });
    const start = performance.now();
    assert.deepEqual(library.numbersFor(long), [number]);
    assert.deepEqual(library.numbersFor(`${long}更多的字`), [number]);
    assert.equal(library.numbersFor(Array.from(long).join(' ')).length, 2);
    assert.ok(performance.now() - start < 3000);
  });
});

describe('whatever is typed', () => {
  it('is answered, or a sentence says what is wrong with it', () => {
    library.add({ title: '甲乙', keywords: ['ab'], sections: [['丙', '丁 戊\u0007👍𠮷"《']] });
    const unit = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
      fc.constantFrom(
        ...Array.from('甲乙ab"“”()（）-~: \u0000👍𠮷《》*^{}+'),
        ' OR ',
        '标题:',
        '年份:',
        '部分:',
        '法条:',
        '"~3',
        '罪名:',
      ),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (parts) => {
        const { total, hits } = library.find(parts.join(''));
        assert.equal(total, hits.length);
      }),
      { numRuns: 600 },
    );
    const hostile = [
      '，'.repeat(10_000),
      '"'.repeat(10_000),
      '('.repeat(10_000),
      '👍'.repeat(5000),
      '𠮷 '.repeat(3000),
      '-甲 '.repeat(3000),
      'a'.repeat(10_000),
      '甲 OR '.repeat(2500),
      '"甲 '.repeat(3000),
    ];
    for (const query of hostile) {
      const start = performance.now();
      library.find(query);
      assert.ok(performance.now() - start < 1000, query.slice(0, 10));
    }
  });
});

describe('an identifier', () => {
  it('finds its other written forms, and says so', () => {
    const text =
      '依照《中华人民共和国刑法》第二百一十三条，以云汀检刑诉〔2017〕1号起诉，见ZL 2007 1 0304704.X。';
    library.add({ caseNumbers: ['（2022）岚0603民再67号'], sections: [['x', text]] });
    library.add({ sections: [['x', '刑法第二百一十四条']] });
    for (const query of [
      '刑法213条',
      '第213条',
      '刑法 第213条',
      '云汀检刑诉字（2017）第1号',
      'ZL200710304704.x',
    ]) {
      const { hits, total } = library.find(query);
      assert.equal(total, 1, query);
      assert.equal(hits[0]?.via, 'identifier', query);
    }
  });

  it('typed with blanks is found by the whole of it, too', () => {
    const number = library.add({ caseNumbers: ['（2014）云汀知初162号'] });
    library.add({ caseNumbers: ['（2014）云汀知初字第163号'] });
    assert.deepEqual(library.numbersFor('2014 云汀知初字 第 162 号'), [number]);
    assert.equal(library.find('2014 云汀知初字 第 162 号').hits[0]?.via, 'identifier');
  });

  it('written as in the text is found by the text', () => {
    library.add({ caseNumbers: ['（2022）岚0603民再67号'] });
    assert.equal(library.find('(2022)岚0603民再67号').hits[0]?.via, 'text');
  });

  it('gives the window what it needs to mark it in the opened text', () => {
    const text = '依照刑法第二百一十三条处罚，岚0603民再67号';
    library.add({ sections: [['x', text]] });
    const { terms } = library.find('刑法213条 處罰');
    assert.deepEqual(
      findHits(text, terms).map(({ start, end }) => text.slice(start, end)),
      ['刑法第二百一十三条处罚'],
    );
  });
});

describe('the sound of a title', () => {
  it('finds it by pinyin and by initials, says so and marks the characters', () => {
    library.add({ title: '岑岭茶业假冒案' });
    library.add({ title: '别的', sections: [['x', '假冒']] });
    for (const query of ['jiamao', 'jm', 'JiaM', '标题:jiamao']) {
      const { hits, total } = library.find(query);
      assert.equal(total, 1, query);
      assert.equal(hits[0]?.via, 'pinyin');
      assert.equal(plainly(hits[0]?.title ?? []), '岑岭茶业‹假冒›案');
    }
    assert.deepEqual(library.numbersFor('iamao'), []);
    assert.deepEqual(library.numbersFor('j'), []);
  });
});

describe('a query with fields', () => {
  it('finds an article in any form, of one law or of any', () => {
    const number = library.add({ sections: [['x', '依照《中华人民共和国刑法》第二百一十三条']] });
    library.add({ sections: [['x', '商标法第二百一十四条，刑法第二百一十三条之一']] });
    for (const query of [
      '法条:刑法213',
      '法条:213',
      '法条:第213条',
      'article:刑法第二百一十三条',
    ]) {
      assert.deepEqual(library.numbersFor(query), [number], query);
    }
  });

  it('shows the part that it was confined to', () => {
    library.add({
      sections: [
        ['基本案情', '轮胎轮胎'],
        ['典型意义', '关于轮胎'],
      ],
    });
    assert.equal(library.find('部分:典型意义/轮胎').hits[0]?.heading, '典型意义');
  });

  it('shows where the words are near one another', () => {
    const filling = '轮胎。'.repeat(5);
    library.add({
      sections: [
        ['基本案情', `${filling}无关的话${'，'.repeat(30)}商标`],
        ['典型意义', '轮胎与商标'],
      ],
    });
    const [hit] = library.find('"轮胎 商标"~3').hits;
    assert.deepEqual([hit?.heading, plainly(hit?.snippet ?? [])], ['典型意义', '‹轮胎›与‹商标›']);
  });

  it('names a value that nothing has, and looks for it as a word', () => {
    const number = library.add({ title: '轮胎' });
    const { hits, problems } = library.find('类型:轮胎');
    assert.deepEqual([hits.length, problems], [1, [{ code: 'value-unknown', start: 0, end: 5 }]]);
    assert.deepEqual(library.numbersFor('类型:轮胎'), [number]);
  });

  it('of a thousand words, of which any will do, is answered in a moment', () => {
    library.db.transaction(() => {
      for (let at = 0; at < 300; at += 1) library.add({ sections: [['x', `轮胎${at}号`]] });
    })();
    const start = performance.now();
    const query = Array.from({ length: 1000 }, (_, at) => `胎${at}`).join(' OR ');
    assert.equal(library.find(query).total, 300);
    assert.ok(performance.now() - start < 2000);
  });
});

describe('the answer', () => {
  it('has hits in title, keywords and case numbers first, best first, then texts, newest first', () => {
    const oldText = library.add({ sections: [['x', '轮胎']] });
    const inKeyword = library.add({ title: '很长的一个标题', keywords: ['轮胎'] });
    const inTitle = library.add({ title: '轮胎案', keywords: ['轮胎'] });
    const newText = library.add({ sections: [['x', '轮胎']] });
    library.add({ title: '别的' });
    const order = () => library.find('轮胎').hits.map(({ id }) => library.numberOf(id));
    assert.deepEqual(order(), [inTitle, inKeyword, newText, oldText]);
    assert.deepEqual(
      library.find('轮胎').hits.map(({ tier }) => tier),
      ['meta', 'meta', 'body', 'body'],
    );
    library.edit(oldText, { sections: [['x', '旧轮胎']] });
    assert.deepEqual(order(), [inTitle, inKeyword, oldText, newText]);
  });

  it('comes in pages that together are the whole, without repeats', () => {
    for (let index = 0; index < 30; index += 1) {
      library.add(
        index % 3 === 0 ? { title: `轮胎${index}` } : { sections: [['x', `轮胎${index}`]] },
      );
    }
    const whole = library.find('轮胎', { limit: 500 }).hits.map(({ id }) => id);
    const paged = [0, 7, 14, 21, 28].flatMap((offset) =>
      library.find('轮胎', { offset, limit: 7 }).hits.map(({ id }) => id),
    );
    assert.equal(new Set(whole).size, 30);
    assert.deepEqual(paged, whole);
    assert.deepEqual(library.find('轮胎', { offset: 30 }).hits, []);
  });

  it('is of the kinds that were asked for', () => {
    const note = library.add({ title: '轮胎' }, 'research-note');
    library.add({ title: '轮胎' }, 'precedent');
    library.add({ title: '轮胎' }, 'typical-case');
    const { hits, total } = library.find('轮胎', { kinds: ['research-note'] });
    assert.deepEqual(
      hits.map(({ id }) => library.numberOf(id)),
      [note],
    );
    assert.equal(total, 1);
    assert.equal(library.find('轮胎', { kinds: ['research-note', 'precedent'] }).total, 2);
  });

  it('counts exactly to a thousand, "at least" beyond, and exactly when told to', () => {
    library.db.transaction(() => {
      for (let index = 0; index < 1000; index += 1) library.add({ sections: [['x', '轮胎']] });
    })();
    assert.deepEqual(counted(library.find('轮胎')), { total: 1000, isExact: true });
    library.add({ title: '轮胎' });
    assert.deepEqual(counted(library.find('轮胎')), { total: 1000, isExact: false });
    assert.deepEqual(counted(library.find('轮胎', { exact: true })), {
      total: 1001,
      isExact: true,
    });
    assert.equal(library.find('轮胎', { offset: 1000, limit: 10 }).hits.length, 1);
  });

  it('shows the section, its heading and the words in their surroundings', () => {
    const filling = '无关的话。'.repeat(60);
    library.add({
      title: '林某案',
      sections: [
        ['要旨', '轮胎'],
        ['基本案情', `${filling}销售假冒的轮胎\n数量巨大。${filling}`],
      ],
    });
    const [hit] = library.find('假冒 輪胎').hits;
    assert.equal(hit?.place, 'part-1');
    assert.equal(hit?.heading, '基本案情');
    const snippet = plainly(hit?.snippet ?? []);
    assert.match(snippet, /^….*销售‹假冒›的‹轮胎› 数量巨大。.*…$/);
    assert.ok(snippet.length < 140);
    assert.equal(plainly(hit?.title ?? []), '林某案');
  });

  it('of the first tier is explained by the keyword that the title does not have', () => {
    library.add({
      title: '岑岭茶业假冒案',
      keywords: ['公益诉讼'],
      sections: [['基本案情', '岑岭茶业一案，公益诉讼检察部门立案。']],
    });
    const [hit] = library.find('岑岭 公益诉讼').hits;
    assert.deepEqual([hit?.tier, hit?.place], ['meta', 'keywords']);
    // What the title explains by itself is shown in the text.
    assert.equal(library.find('岑岭').hits[0]?.place, 'part-0');
  });

  it('shows the title, a keyword, a case number or a heading when only that has the word', () => {
    library.add({
      title: '甲案',
      keywords: ['乙', '丙'],
      caseNumbers: ['丁号'],
      sections: [['戊己', '文']],
    });
    const shown = (query: string) => {
      const [hit] = library.find(query).hits;
      return [hit?.place, plainly(hit?.snippet ?? []), plainly(hit?.title ?? [])];
    };
    assert.deepEqual(shown('甲'), ['title', '‹甲›案', '‹甲›案']);
    assert.deepEqual(shown('丙'), ['keywords', '‹丙›', '甲案']);
    assert.deepEqual(shown('丁'), ['case-numbers', '‹丁›号', '甲案']);
    assert.deepEqual(shown('己'), ['part-0', '戊‹己›', '甲案']);
  });

  it('fits the contract, and never cuts a character in two', () => {
    library.add({
      title: '𠮷'.repeat(20),
      sections: [['x', `${'𠮷'.repeat(81)}轮胎${'𠮷'.repeat(200)}`]],
    });
    const answer = library.find('轮胎');
    assert.deepEqual(search['search.find'].output.parse(answer), answer);
    assert.ok(plainly(answer.hits[0]?.snippet ?? []).isWellFormed());
  });

  it('leaves out what the index says but the text does not', () => {
    const number = library.add({ title: '轮胎' });
    library.db.prepare("UPDATE records SET title = '别的' WHERE number = ?").run(number);
    assert.deepEqual(counted(library.find('轮胎')), { total: 0, isExact: true });
    assert.deepEqual(library.find('轮胎').hits, []);
  });
});

const counted = ({ total, isExact }: { total: number; isExact: boolean }) => ({ total, isExact });
