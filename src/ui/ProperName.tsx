/** A name in its own language and direction, which leaves the text around it alone. */
export function ProperName({
  name,
  language,
}: {
  name: string;
  language: { code: string; dir: 'ltr' | 'rtl' } | null;
}) {
  return (
    <bdi lang={language?.code} dir={language?.dir ?? 'auto'}>
      {name}
    </bdi>
  );
}
