import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  basePseudonym,
  isOrganisation,
  revealsName,
  suggestPseudonym,
  type TakenPseudonym,
} from '../../../../shared/text/parties/pseudonym.ts';

const suggested = (pseudonym: string): TakenPseudonym => ({ pseudonym, isChosen: false });
const chosen = (pseudonym: string): TakenPseudonym => ({ pseudonym, isChosen: true });
const adult = { style: 'stems', isMinor: false } as const;

describe('a pseudonym', () => {
  it('keeps the surname, also one of two characters', () => {
    assert.equal(basePseudonym('林建国'), '林某');
    assert.equal(basePseudonym('欧阳修文'), '欧阳某');
    assert.equal(basePseudonym(' 林　建 '), '林某');
    assert.equal(basePseudonym('王伟（小）'), '王某');
  });

  it('keeps the first character of a minority or transliterated name, the first letter of a Latin one', () => {
    assert.equal(basePseudonym('买买提·吐尔逊'), '买某');
    assert.equal(basePseudonym('约翰·史密斯'), '约某');
    assert.equal(basePseudonym('John Smith'), 'J');
  });

  it('of a company keeps a character of its trade name and what it is', () => {
    assert.equal(basePseudonym('江岚省云汀市蓝杉科技有限公司'), '蓝某公司');
    assert.equal(basePseudonym('岑岭茶业专业合作社'), '岑某合作社');
    assert.equal(basePseudonym('望舒区春和茶厂'), '春某厂');
    assert.ok(isOrganisation('汐桥机电有限公司'));
    assert.ok(!isOrganisation('何店'));
  });

  it('is what it is already', () => {
    for (const one of ['林某', '周某某', '何某甲', '兆某公司', '某']) {
      assert.equal(basePseudonym(one), one);
    }
  });

  it('is told apart from an equal one, the first of the two too unless a person chose it', () => {
    assert.deepEqual(suggestPseudonym('何小明', [suggested('何某')], adult), {
      pseudonym: '何某乙',
      rename: { from: '何某', to: '何某甲' },
    });
    assert.deepEqual(suggestPseudonym('何小明', [chosen('何某')], adult), {
      pseudonym: '何某甲',
      rename: null,
    });
    assert.deepEqual(
      suggestPseudonym('何大明', [suggested('何某甲'), suggested('何某乙')], adult),
      { pseudonym: '何某丙', rename: null },
    );
    assert.deepEqual(
      suggestPseudonym('何小明', [suggested('何某')], { style: 'numerals', isMinor: false }),
      { pseudonym: '何某2', rename: { from: '何某', to: '何某1' } },
    );
    assert.equal(
      suggestPseudonym('蓝月茶业有限公司', [chosen('蓝某公司')], adult).pseudonym,
      '蓝某甲公司',
    );
  });

  it('of a minor never holds a character of the given name', () => {
    assert.ok(revealsName('林甲', '林某甲'));
    assert.ok(revealsName('方小君', '方某君'));
    assert.ok(!revealsName('方小君', '方某'));
    const minor = { style: 'stems', isMinor: true } as const;
    assert.equal(suggestPseudonym('林甲', [chosen('林某')], minor).pseudonym, '林某乙');
  });

  it('is never one that is taken, however many there are', () => {
    const name = fc.constantFrom(
      '何小明',
      '何大明',
      '何甲',
      '蓝月有限公司',
      '欧阳文',
      '某',
      'Jo Ann',
    );
    const style = fc.constantFrom('stems' as const, 'numerals' as const);
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 40 }),
        style,
        fc.boolean(),
        (names, kind, isMinor) => {
          const taken: TakenPseudonym[] = [];
          for (const one of names) {
            const { pseudonym, rename } = suggestPseudonym(one, taken, { style: kind, isMinor });
            const first = taken.find((other) => other.pseudonym === rename?.from);
            if (first !== undefined && rename !== null) first.pseudonym = rename.to;
            taken.push(suggested(pseudonym));
            assert.equal(new Set(taken.map((other) => other.pseudonym)).size, taken.length);
          }
        },
      ),
    );
  });
});
