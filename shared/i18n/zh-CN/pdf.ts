/** Looking at a PDF file. */
export const pdf = {
  tools: 'PDF 查看工具',
  opening: '正在打开 PDF',
  drawing: '正在绘制这一页',
  pageNumber: '页码',
  ofPages: (count: string) => `共 ${count} 页`,
  page: (name: string, page: string, count: string) => `${name}，第 ${page} 页，共 ${count} 页`,
  previous: '上一页',
  next: '下一页',
  smaller: '缩小',
  larger: '放大',
  fit: '适合宽度',
  zoom: (percent: string) => `${percent}%`,
  noText: '这一页没有文字，可能是扫描件。',
};

/** Why a PDF file, or one of its pages, is not shown. The file can be saved out all the same. */
export const pdfTroubles = {
  password: '这份 PDF 有密码保护，不能在这里查看。请另存后用阅读程序打开。',
  damaged: '这份 PDF 已损坏或不完整，无法显示。可以另存后用其他程序查看。',
  slow: '这份 PDF 过于复杂，打开它需要的时间或内存超出限度，已经停止。请先核实来源，再另存后打开。',
  page: '这一页已损坏，无法显示。可以查看其他页。',
};
