import { statedSection } from './stated-section.ts';

const USUAL = '4-Mar-2025/AI/README.md';

it('is what the event states, also against the usual layouts', () => {
  expect(statedSection(USUAL, { category: 'cs.AI', topic: null })).toEqual({ category: 'cs.AI', topic: null });
  expect(statedSection(USUAL, { category: null, topic: null })).toEqual({ category: null, topic: null });
  expect(statedSection('x.md', { category: 'AI', topic: 'Agents' })).toEqual({ category: 'AI', topic: 'Agents' });
  expect(statedSection(USUAL, { topic: 'Agents' })).toEqual({ category: null, topic: 'Agents' });
});

it('is what the usual layouts say where an event is older than the statement', () => {
  expect(statedSection(USUAL, {})).toEqual({ category: 'AI', topic: null });
  expect(statedSection('4-Mar-2025/topic/LLM_related_papers.md', {})).toEqual({ category: null, topic: 'LLM' });
  expect(statedSection('x.md', {})).toEqual({ category: null, topic: null });
});
