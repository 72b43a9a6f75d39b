/** The path to go back to after signing in: one of this origin, or its first page. Nobody else's address ever. */
export function pathWithin(origin: string, asked: string | undefined): string {
  if (!asked?.startsWith('/') || !URL.canParse(asked, origin)) return '/';
  const url = new URL(asked, origin);
  if (url.origin !== origin || /^\/(auth|idp)\//.test(url.pathname)) return '/';
  const path = `${url.pathname}${url.search}${url.hash}`;
  return path.startsWith('//') ? '/' : path;
}
