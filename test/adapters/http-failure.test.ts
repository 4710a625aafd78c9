import { describe, expect, it } from 'vitest';
import { failureFrom } from '../../electron/adapters/http-failure.ts';

const withCode = (code: string, cause?: unknown) =>
  Object.assign(new Error('text must not matter', { cause }), { code });
const before = { started: false, timedOut: false };
const after = { started: true, timedOut: false };
const notSent = { ok: false, reached: 'no', code: 'offline' };

describe('failureFrom', () => {
  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EAI_FAIL',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'ETIMEDOUT',
    'UND_ERR_CONNECT_TIMEOUT',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    'EPROTO',
    'UND_ERR_PRX_TLS',
    'UND_ERR_ABORTED',
    'UND_ERR_DESTROYED',
  ])('%s before the request was written: nothing left', (code) => {
    expect(failureFrom(withCode(code), before)).toEqual(notSent);
  });

  it.each([
    'ECONNREFUSED',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'EPROTO',
    'CERT_HAS_EXPIRED',
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
    'UND_ERR_DESTROYED',
    'UND_ERR_SOCKET',
    'ECONNRESET',
    'EPIPE',
    'ECONNABORTED',
    'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
    'SOMETHING_NEW',
  ])('%s once the request was under way: nobody knows', (code) => {
    expect(failureFrom(withCode(code), after)).toEqual({
      ok: false,
      reached: 'maybe',
      code: 'connection_lost',
    });
  });

  it.each(['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE', 'SOMETHING_NEW'])(
    '%s is doubt even if the request does not seem to have started',
    (code) => {
      expect(failureFrom(withCode(code), before)).toMatchObject({
        reached: 'maybe',
        code: 'connection_lost',
      });
    },
  );

  it.each(['HPE_INVALID_CONSTANT', 'HPE_INVALID_HEADER_TOKEN', 'UND_ERR_HEADERS_OVERFLOW'])(
    '%s: unreadable',
    (code) => {
      expect(failureFrom(withCode(code), after)).toEqual({ ok: false, reached: 'maybe', code: 'bad_answer' });
    },
  );

  it.each(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT'])('%s: too slow', (code) => {
    expect(failureFrom(withCode(code), after)).toEqual({ ok: false, reached: 'maybe', code: 'timeout' });
  });

  it('tells our own time limit apart by what was sent', () => {
    const limit = new DOMException('x', 'TimeoutError');
    expect(failureFrom(limit, { started: true, timedOut: true })).toMatchObject({
      reached: 'maybe',
      code: 'timeout',
    });
    expect(failureFrom(limit, { started: false, timedOut: true })).toEqual(notSent);
  });

  it('looks into causes', () => {
    const wrapped = new Error('outer', { cause: withCode('ENOTFOUND') });
    expect(failureFrom(wrapped, before)).toEqual(notSent);
  });

  it('believes several attempts only if all of them failed early', () => {
    const all = new AggregateError([withCode('ECONNREFUSED'), withCode('ENETUNREACH')]);
    expect(failureFrom(all, before)).toEqual(notSent);
    const some = Object.assign(new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNRESET')]), {
      code: 'ECONNREFUSED',
    });
    expect(failureFrom(some, before)).toMatchObject({ reached: 'maybe' });
  });

  it.each([undefined, null, 'text', 7, {}, new Error('ECONNREFUSED connect refused')])(
    'has no faith in %s, whatever its text says',
    (thrown) => {
      expect(failureFrom(thrown, before)).toMatchObject({ reached: 'maybe', code: 'connection_lost' });
    },
  );

  it('ends on a circle of causes', () => {
    const error = new Error('a');
    error.cause = error;
    expect(failureFrom(error, before)).toMatchObject({ reached: 'maybe' });
  });
});
