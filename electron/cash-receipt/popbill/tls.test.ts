/** Over TLS: only a server whose certificate is trusted for its name ever hears of a receipt. */
import { generateKeyPairSync, sign } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createPopbillGateway } from './client.ts';
import type { Sandbox } from './sandbox/server.ts';
import { issueRequest, NOW_MS, QUICK_LIMITS, settingsFor, startSandbox } from './test-fixtures.ts';

/** DER: a tag, its length, its content. */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const size = body.byteLength;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

/** A self-signed certificate for one DNS name (and 127.0.0.1 when that is `localhost`), made for this run only. */
function selfSigned(name: string): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const ecdsaWithSha256 = der(0x30, Buffer.from('06082a8648ce3d040302', 'hex'));
  const subject = der(0x30, der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from(name)))));
  const validity = der(0x30, der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z')));
  const addresses = name === 'localhost' ? [der(0x87, Buffer.from([127, 0, 0, 1]))] : [];
  const names = der(0x30, Buffer.from('0603551d11', 'hex'), der(0x04, der(0x30, der(0x82, Buffer.from(name)), ...addresses)));
  const content = der(
    0x30,
    der(0xa0, Buffer.from('020102', 'hex')),
    Buffer.from('020101', 'hex'),
    ecdsaWithSha256,
    subject,
    validity,
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, names)),
  );
  const signature = sign('sha256', content, privateKey);
  const certificate = der(0x30, content, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
  const pem = `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: pem };
}

let sandbox: Sandbox;
let servers: net.Server[];
let held: net.Socket[];

beforeEach(async () => {
  sandbox = await startSandbox();
  servers = [];
  held = [];
});

afterEach(async () => {
  for (const socket of held) socket.destroy();
  for (const server of servers) server.close();
  await sandbox.close();
});

async function portOf(server: net.Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** TLS in front of the sandbox. */
function tlsFront(identity: { key: string; cert: string }): Promise<number> {
  return portOf(
    https.createServer(identity, (request, response) => {
      const onward = http.request({ host: '127.0.0.1', port: sandbox.port, method: request.method, path: request.url, headers: request.headers }, (reply) => {
        response.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(response);
      });
      request.pipe(onward);
    }),
  );
}

function gatewayAt(port: number, trusted: readonly string[], host = 'localhost'): ReturnType<typeof createPopbillGateway> {
  const settings = settingsFor(`https://${host}:${port}`, { limits: { ...QUICK_LIMITS, connectTimeoutMs: 500 } });
  return createPopbillGateway({ settings, clock: () => NOW_MS, trustedCertificates: trusted });
}

describe('over TLS', () => {
  it('a trusted certificate for the right name or address carries a receipt', async () => {
    const identity = selfSigned('localhost');
    const port = await tlsFront(identity);
    expect(await gatewayAt(port, [identity.cert]).issue(issueRequest('sale-1'))).toMatchObject({ kind: 'issued' });
    expect(await gatewayAt(port, [identity.cert], '127.0.0.1').issue(issueRequest('sale-2'))).toMatchObject({ kind: 'issued' });
  });

  it('an unknown authority hears nothing', async () => {
    const port = await tlsFront(selfSigned('localhost'));
    expect(await gatewayAt(port, [selfSigned('localhost').cert]).issue(issueRequest('sale-1'))).toMatchObject({ kind: 'unreachable', why: { code: 'tls-failed' } });
    expect(sandbox.log()).toEqual([]);
  });

  it('a trusted certificate for another name hears nothing', async () => {
    const identity = selfSigned('someone-else.example');
    const port = await tlsFront(identity);
    expect(await gatewayAt(port, [identity.cert]).issue(issueRequest('sale-1'))).toMatchObject({ kind: 'unreachable', why: { code: 'tls-failed' } });
    expect(sandbox.log()).toEqual([]);
  });

  it('a server that speaks no TLS hears nothing', async () => {
    expect(await gatewayAt(sandbox.port, []).issue(issueRequest('sale-1'))).toMatchObject({ kind: 'unreachable' });
    expect(sandbox.log()).toEqual([]);
  });

  it('a server that says nothing at all is given up, and heard nothing', async () => {
    const port = await portOf(net.createServer((socket) => void held.push(socket)));
    expect(await gatewayAt(port, []).issue(issueRequest('sale-1'))).toMatchObject({ kind: 'unreachable', why: { code: 'connect-timeout' } });
  });
});
