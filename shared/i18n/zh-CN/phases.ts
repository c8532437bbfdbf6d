/** What a job is doing. Keys are the `phase` of its progress; an unknown one is shown as `working`. */
export const phases = {
  working: '处理中',
  collecting: '清点文件',
  reading: '读取',
  storing: '存入工作库',
  gathering: '汇集材料',
  rendering: '生成阅读页',
  hashing: '计算校验值',
  signing: '签名',
  packing: '打包',
  encrypting: '加密',
  decrypting: '解密',
  unpacking: '检查压缩包',
  verifying: '核验',
  comparing: '比对',
  indexing: '建立索引',
};
