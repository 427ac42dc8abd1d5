import { catalogue } from '../messages/catalogue.ts';

/** What the characters do that turn the direction of a text. */
export const directionMessages = catalogue(
  {
    LRE: 'left-to-right embedding',
    RLE: 'right-to-left embedding',
    PDF: 'end of a direction',
    LRO: 'left-to-right override',
    RLO: 'right-to-left override',
    LRI: 'left-to-right isolate',
    RLI: 'right-to-left isolate',
    FSI: 'isolate by its first letter',
    PDI: 'end of an isolate',
  },
  {
    LRE: '从左到右嵌入符',
    RLE: '从右到左嵌入符',
    PDF: '方向结束符',
    LRO: '从左到右强制符',
    RLO: '从右到左强制符',
    LRI: '从左到右隔离符',
    RLI: '从右到左隔离符',
    FSI: '首字母方向隔离符',
    PDI: '隔离结束符',
  },
);
