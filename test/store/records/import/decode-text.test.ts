import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { decodeText } from '../../../../electron/store/records/import/decode-text.ts';

const text =
  '周某某侵犯商业秘密案\n【基本案情】2024年3月，汐桥机电有限公司报案称技术信息（电机参数）被窃取……损失128.5万元。\n';
const mark = '\ufeff';

/** Encoded by a tool that knows nothing of ours. */
function encoded(source: string, encoding: string): Buffer {
  return execFileSync('iconv', ['-f', 'UTF-8', '-t', encoding], { input: source });
}

describe('the encoding of a text file', () => {
  const cases: readonly [source: string, tool: string, expected: string][] = [
    [text, 'UTF-8', 'utf-8'],
    [mark + text, 'UTF-8', 'utf-8'],
    [text, 'GB18030', 'gb18030'],
    [text, 'GBK', 'gb18030'],
    [`${text}𠮷某、㐀某、镕某、€5`, 'GB18030', 'gb18030'],
    [text, 'UTF-16LE', 'utf-16le'],
    [text, 'UTF-16BE', 'utf-16be'],
    [mark + text, 'UTF-16LE', 'utf-16le'],
    [mark + text, 'UTF-16BE', 'utf-16be'],
    ['plain English only\n', 'UTF-16LE', 'utf-16le'],
  ];
  for (const [source, tool, expected] of cases) {
    it(`is found out: ${tool}${source.startsWith(mark) ? ' with a mark' : ''}, ${source.length} characters`, () => {
      const decoded = decodeText(encoded(source, tool));
      assert.deepEqual(decoded, { text: source.replace(mark, ''), encoding: expected });
    });
  }

  it('is UTF-8 wherever the bytes are valid UTF-8, even if they would do for GB 18030', () => {
    const bytes = Buffer.from('中文');
    assert.notEqual(new TextDecoder('gb18030', { fatal: true }).decode(bytes), '中文');
    assert.deepEqual(decodeText(bytes), { text: '中文', encoding: 'utf-8' });
  });
});
