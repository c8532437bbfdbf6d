import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findPartyNames } from '../../../shared/preflight/find-party-names.ts';
import { withShortForms } from '../../../shared/preflight/with-short-forms.ts';
import { shortForms } from '../../../shared/text/parties/short-forms.ts';

const known = (name: string, pseudonym = '锦某公司') => ({ name, pseudonym, isMinor: false });
const found = (text: string, ...names: string[]) => {
  const all = withShortForms(names.map((name) => known(name)));
  return findPartyNames(text, all).map(({ start, end }) => text.slice(start, end));
};

describe('the short forms of a company', () => {
  it('are trade name and 公司, trade name and trade, with and without the place', () => {
    for (const name of [
      '云汀锦程商贸有限公司',
      '云汀市锦程商贸有限责任公司',
      '锦程商贸股份有限公司',
      '云汀锦程商贸（望舒）有限公司',
    ]) {
      for (const form of ['锦程公司', '锦程商贸', '锦程商贸公司']) {
        assert.ok(
          shortForms(name).includes(form),
          `${form} of ${name}: ${shortForms(name).join()}`,
        );
      }
    }
    assert.ok(shortForms('云汀锦程商贸有限公司').includes('云汀锦程商贸'));
    assert.ok(shortForms('蓝杉科技有限公司').includes('蓝杉公司'));
    assert.ok(shortForms('折枝文化传媒有限公司').includes('折枝文化传媒'));
    assert.ok(shortForms('汐桥机电有限公司').includes('汐桥机电'));
  });

  it('are never the trade name alone, which is often the brand', () => {
    for (const name of ['云汀岑岭茶业有限公司', '岑岭茶业有限公司', '折枝文化传媒有限公司']) {
      const short = shortForms(name);
      assert.ok(!short.includes('岑岭') && !short.includes('折枝'), short.join());
    }
    assert.deepEqual(
      found('“岑岭”系证明商标，折枝是品牌。', '岑岭茶业有限公司', '折枝文化传媒有限公司'),
      [],
    );
  });

  it('are none where the name is of ordinary words, or no company’s', () => {
    for (const name of [
      '云汀国际贸易有限公司',
      '云汀创新科技有限公司',
      '云汀智能科技有限公司',
      '云汀东方实业有限公司',
    ]) {
      for (const form of shortForms(name)) assert.ok(form.startsWith('云汀'), `${form} of ${name}`);
    }
    for (const name of [
      '陆小川',
      '望舒区茶叶协会',
      '某公司',
      '林某',
      '有限公司',
      '某科技有限公司',
      'ABC有限公司',
    ]) {
      assert.deepEqual(shortForms(name), [], name);
    }
  });

  it('are found in text as that party’s, however they are spread out', () => {
    const text = '锦程公司与锦程 商贸系同一单位，锦\u200b程公司的法定代表人到案。';
    assert.deepEqual(found(text, '云汀锦程商贸有限公司'), [
      '锦程公司',
      '锦程 商贸',
      '锦\u200b程公司',
    ]);
  });

  it('are no part of the full name, nor of anything else that is called so', () => {
    const full = '云汀锦程商贸有限公司';
    assert.deepEqual(found(`被告单位${full}。`, full), [full]);
    for (const text of [
      '锦程商贸城商户众多。',
      '住锦程商贸路。',
      '在锦程商贸学院就读。',
      '前程似锦，程公司长到会。',
      '望舒锦程商贸有限公司与本案无关。',
      '该公司、分公司、子公司均不知情。',
      '被害公司从事国际贸易、科技服务、商贸流通。',
      '公司经营商贸业务，实业公司众多。',
    ]) {
      assert.deepEqual(found(text, full), [], text);
    }
  });

  it('that two parties share stand for neither of them', () => {
    const all = withShortForms([
      known('云汀锦程商贸有限公司', '云某甲公司'),
      known('望舒锦程科技有限公司', '望某公司'),
    ]);
    const of = (name: string) => all.find((one) => one.name === name)?.pseudonym;
    assert.equal(of('锦程公司'), '某公司');
    assert.equal(of('锦程商贸'), '云某甲公司');
    assert.equal(of('锦程科技'), '望某公司');
  });

  it('that are another party’s full name are that party’s', () => {
    const all = withShortForms([known('云汀锦程商贸有限公司', '甲'), known('锦程公司', '乙')]);
    assert.deepEqual(
      all.filter(({ name }) => name === '锦程公司').map(({ pseudonym }) => pseudonym),
      ['乙'],
    );
  });
});
