import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { ISocketFactory } from 'kafkajs';

/** As kafkajs has it. */
const KEEP_ALIVE_MILLISECONDS = 60_000;

/**
 * kafkajs's connections, but for one thing: it disconnects what is broken again and again while a broker is away, and each
 * `unref()` of a socket without a handle leaves a listener for a `connect` that never comes (Node then warns of a leak).
 */
export const openSocket: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  const address = { host, port };
  const name = isIP(host) === 0 ? { servername: host } : {};
  const socket = ssl ? connectTls({ ...address, ...name, ...ssl }, onConnect) : connect(address, onConnect);
  socket.setKeepAlive(true, KEEP_ALIVE_MILLISECONDS);
  return unrefOnce(socket);
};

function unrefOnce(socket: Socket): Socket {
  const unref = socket.unref.bind(socket);
  socket.unref = () => (socket.destroyed ? socket : unref());
  return socket;
}
