import type { Payload } from '../../../api/types.ts';
import { eventName } from './event-name.ts';

const HASH = 'a'.repeat(64);
const topic = 'arxiv.paper.translated.v1';
const REVIEW = `2503.00001\nabstract\n${HASH}\n${HASH}\nreview`;
const TRANSLATION = `2503.00001\nabstract\n${HASH}\nollama\nreview`;
const payload = (json: object): Payload => ({ json, text: null, base64: null, size: 1, isWhole: true });

it.each([
  ['a review', { topic, subject: REVIEW, payload: payload({ kind: 'review', retracted: false }) }, 'review'],
  [
    'a review that was taken back',
    { topic, subject: REVIEW, payload: payload({ kind: 'review', retracted: true }) },
    'review taken back',
  ],
  ['a review whose payload is no longer kept', { topic, subject: REVIEW, payload: null }, 'review'],
  ['a judged entry', { topic, subject: 'lab\na.md\n2503.00001\n1', payload: payload({ kind: 'entry' }) }, topic],
  [
    'a judged entry whose payload is no longer kept',
    { topic, subject: 'lab\na.md\n2503.00001\n1', payload: null },
    topic,
  ],
  ['a translation', { topic, subject: TRANSLATION, payload: payload({ kind: 'translation' }) }, 'translation'],
  ['a translation by somebody of that name', { topic, subject: TRANSLATION, payload: null }, 'translation'],
  ['a state', { topic: 'arxiv.paper.state.v1', subject: '2503.00001', payload: null }, 'arxiv.paper.state.v1'],
])('%s is called what it is', (_, event, expected) => {
  expect(eventName(event)).toBe(expected);
});
