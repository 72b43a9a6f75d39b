import { expect, test } from 'vitest';
import { SERVERS_OWN } from './server-paths.ts';

test.each(['/auth/login?to=/personer', '/idp/interaction/1', '/version', '/ca.crt', '/session?x=1', '/send'])(
  '%s is the server’s',
  (path) => {
    expect(SERVERS_OWN.test(path)).toBe(true);
  },
);

test.each(['/', '/personer', '/personer/5?fane=plan', '/sending', '/versjon', '/pullover', '/personer/auth/login'])(
  '%s is the app’s, with or without network',
  (path) => {
    expect(SERVERS_OWN.test(path)).toBe(false);
  },
);
