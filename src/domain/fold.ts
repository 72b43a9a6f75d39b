/** Letters that writing marks off but ears and keyboards do not: what NFD leaves whole. */
const alike: Record<string, string> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  // Arabic, Persian and Urdu keyboards write the same letter with different code points.
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
};
const unlike = new RegExp(`[${Object.keys(alike).join('')}]`, 'gu');

/** Text as it is compared in a search: no case, accents, hyphens or apostrophes; å is aa is a, æ is ae, ø is o. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\u0640'’ʼʻʿʾ`]/gu, '') // U+0640 only stretches an Arabic word
    .replace(unlike, (letter) => alike[letter] ?? letter)
    .replace(/aa/g, 'a')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** True where every word of the query begins a word of the text, in any order. `folded` is text that `fold` has returned. */
export function matches(folded: string, query: string): boolean {
  const text = ` ${folded}`;
  return fold(query)
    .split(' ')
    .every((word) => text.includes(` ${word}`) || word === '');
}
