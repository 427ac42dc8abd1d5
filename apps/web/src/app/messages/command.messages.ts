import { catalogue } from './catalogue.ts';

export const commandMessages = catalogue(
  {
    token: 'Token for commands',
    tokenHint: 'The first start wrote it to the file “token” in the data folder. It is kept until this tab is closed.',
    reason: 'Reason',
    reasonHint: 'It goes into the audit',
    preview: 'Preview',
    curl: 'Copy as curl',
  },
  {
    token: '命令令牌',
    tokenHint: '首次启动时写入数据文件夹的 token 文件。在关闭此标签页之前一直保留。',
    reason: '原因',
    reasonHint: '会写入审计记录',
    preview: '预览',
    curl: '复制为 curl',
  },
);
