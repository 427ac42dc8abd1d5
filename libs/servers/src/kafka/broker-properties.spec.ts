import { brokerProperties } from './broker-properties.ts';

const node = (nodeId: number) => ({ nodeId, port: 9000 + nodeId, controllerPort: 9100 + nodeId });

test('one broker replicates nothing', () => {
  const text = brokerProperties(node(1), [node(1)], '/data');
  expect(text).toContain('\ncontroller.quorum.voters=1@127.0.0.1:9101\n');
  expect(text).toContain('\ndefault.replication.factor=1\nmin.insync.replicas=1\n');
  expect(text).toContain('\nauto.create.topics.enable=false\n');
});

test('three brokers keep every record through the loss of one', () => {
  const text = brokerProperties(node(2), [node(1), node(2), node(3)], '/data');
  expect(text).toContain('\nnode.id=2\ncontroller.quorum.voters=1@127.0.0.1:9101,2@127.0.0.1:9102,3@127.0.0.1:9103\n');
  expect(text).toContain('\ndefault.replication.factor=3\nmin.insync.replicas=2\n');
  expect(text).toContain('\ntransaction.state.log.replication.factor=3\ntransaction.state.log.min.isr=2\n');
});

test('settings of the caller take the place of ours', () => {
  const text = brokerProperties(node(1), [node(1)], '/data', { 'min.insync.replicas': '7', 'log.retention.ms': '-1' });
  expect(text.match(/min\.insync\.replicas=.*/g)).toEqual(['min.insync.replicas=7']);
  expect(text).toContain('\nlog.retention.ms=-1\n');
});
