import { pathRule, usualPathRule } from './path-rule.ts';

const NOTHING = { date: null, category: null, topic: null };

test('the usual layouts need no template', () => {
  expect(usualPathRule('4-Mar-2025/AI/README.md')).toEqual({ date: '2025-03-04', category: 'AI', topic: null });
  expect(usualPathRule('4-Mar-2025/topic/LLM_related_papers.md')).toEqual({
    date: '2025-03-04',
    category: null,
    topic: 'LLM',
  });
  expect(usualPathRule('20250304.md')).toEqual({ ...NOTHING, date: '2025-03-04' });
});

test.each([
  ['{date:D-Mon-YYYY}/{category}/README.md', '4-Mar-2025/cs.RO/readme.md', '2025-03-04', 'cs.RO', null],
  ['{date:YYYY/MM/DD}/{topic}.md', '2025/03/04/Agents.md', '2025-03-04', null, 'Agents'],
  ['{date:YYYYMMDD}*.md', '20250304-evening.md', '2025-03-04', null, null],
  ['{category}_{date:DD.MM.YYYY}.md', 'AI_04.03.2025.md', '2025-03-04', 'AI', null],
  ['**/{date}/{topic}_papers.md', 'a/b/March-digest 2025-03-04/LLM_papers.md', '2025-03-04', null, 'LLM'],
  ['**/{date}/{topic}_papers.md', '4-Mar-2025/LLM_papers.md', '2025-03-04', null, 'LLM'],
  ['{date:Month D, YYYY}.md', 'March 4, 2025.md', '2025-03-04', null, null],
  ['{category}/**', 'AI/x/y.md', null, 'AI', null],
  ['a+b (c)/{topic}.md', 'a+b (c)/x.md', null, null, 'x'],
  ['论文/{date:YYYY-M-D}.md', '论文/2025-3-4.md', '2025-03-04', null, null],
])('%s reads %s', (template, path, date, category, topic) => {
  expect(pathRule([template])(path)).toEqual({ date, category, topic });
});

test('what no template fits says nothing, also where the usual rules would', () => {
  const read = pathRule(['{date:YYYY-MM-DD}/{category}.md']);
  expect(read('4-Mar-2025/AI/README.md')).toEqual(NOTHING);
  expect(read('x/2025-03-04/AI.md')).toEqual(NOTHING);
  expect(read('2025-03-04/AI.md.bak')).toEqual(NOTHING);
});

test('a day that does not exist does not fit; the first template that does decides', () => {
  const read = pathRule(['{date:YYYY-MM-DD}.md', '{date:YYYY-DD-MM}.md', '{topic}.md']);
  expect(read('2025-02-03.md').date).toBe('2025-02-03');
  expect(read('2025-30-12.md').date).toBe('2025-12-30');
  expect(read('2025-31-02.md')).toEqual({ ...NOTHING, topic: '2025-31-02' });
  expect(pathRule(['{date}/{topic}.md', '{topic}/*'])('today/x.md')).toEqual({ ...NOTHING, topic: 'today' });
});

test.each([
  ['{day}.md', 'there is no {day}'],
  ['{category:x}.md', 'there is no {category:x}'],
  ['{date:YYYY-MM}.md', 'does not name a day'],
  ['{date:YYYY-MM-DD-M}.md', 'names a part twice'],
  ['{topic}/{topic}.md', 'stands there twice'],
  ['{topic.md', 'a brace'],
  ['topic}.md', 'a brace'],
  ['', 'nothing at all'],
  ['**/{topic}/**', '** stands there twice'],
  ['*-{topic}-*-{category}.md', 'more than 3 free pieces'],
])('%j is a mistake, and said to be one', (template, reason) => {
  expect(() => pathRule([template])).toThrow(RangeError);
  expect(() => pathRule([template])).toThrow(reason);
});

test('a name longer than any file system has it fits nothing, so that nothing takes for ever', () => {
  const read = pathRule(['**/*{topic}*z.md']);
  expect(read(`a/${'x'.repeat(255)}`)).toEqual(NOTHING);
  expect(read(`a/${'x'.repeat(5000)}z.md`)).toEqual(NOTHING);
  expect(read(`${'a/'.repeat(500)}${'x'.repeat(250)}`)).toEqual(NOTHING);
});
