import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasStateSecretMarking, isSecretCell } from '../../../shared/text/state-secret.ts';
import { scanText } from '../../../shared/text/scan/scan-text.ts';

describe('the marking of a state secret', () => {
  const marked: readonly string[] = [
    '机密★10年',
    '绝密★30年',
    '秘密★1年',
    '机密★',
    '机密 ★ 长期',
    '秘密☆6个月',
    '絕密★長期',
    '正文中转引的“机密★5年”字样',
    '机密',
    '秘 密',
    '【机密】',
    '（绝密）',
    '绝密级',
    '密级：机密',
    '密级: 秘密',
    '000123　机密　特急',
    '特急 秘密',
    '第12份 绝密',
  ];
  for (const line of marked) {
    it(`is seen in ${line}`, () => assert.ok(hasStateSecretMarking([line, '林某案'])));
  }

  const prose: readonly string[] = [
    '侵犯商业秘密罪',
    '商业秘密',
    '林某侵犯商业秘密案',
    '公司机密',
    '员工周某某带走公司机密',
    '商业秘密★5年',
    '工作秘密★3年',
    '工作秘密',
    '密级：内部',
    '机密文件管理情况',
    '绝密配方',
    '秘密点一：电机参数',
    '★机密信息的认定',
    '机密性、完整性和可用性',
    '五星★★★★★',
  ];
  for (const line of prose) {
    it(`is not seen in ${line}`, () => assert.ok(!hasStateSecretMarking([line, '林某案'])));
  }

  it('counts alone only on the first lines or in a page header', () => {
    const body = ['题目', '一', '二', '三', '四', '机密'];
    assert.ok(!hasStateSecretMarking(body));
    assert.ok(hasStateSecretMarking(body, ['机密']));
    assert.ok(hasStateSecretMarking(['', ' ', '题目', '秘密']));
    assert.ok(hasStateSecretMarking([...body, '机密★3年']));
    assert.ok(!hasStateSecretMarking(body, ['汐桥机电 商业秘密']));
  });

  it('is seen through characters that cannot be seen, like by the scanner', () => {
    for (const gap of [
      '\u200b',
      '\u2060',
      '\u00ad',
      '\ufeff',
      '\u200d',
      '\u202e',
      '\ufe0f',
      '\u{e0041}',
      '\u3164',
    ]) {
      const starred = Array.from('机密★10年').join(gap);
      const single = Array.from('绝密').join(gap);
      assert.ok(hasStateSecretMarking([starred]), `★ ${gap.codePointAt(0)?.toString(16) ?? ''}`);
      assert.ok(hasStateSecretMarking([single]), `alone ${gap.codePointAt(0)?.toString(16) ?? ''}`);
      for (const text of [starred, single]) {
        const kinds = scanText(text, { isBeginning: true }).map(({ kind }) => kind);
        assert.deepEqual(kinds, ['secrecy-marking'], JSON.stringify(text));
      }
    }
  });

  it('is seen in a column of grades, and not in any other', () => {
    assert.ok(isSecretCell('密级', '机密'));
    assert.ok(!isSecretCell('密级', '内部'));
    assert.ok(!isSecretCell('权利类型', '秘密'));
  });
});
