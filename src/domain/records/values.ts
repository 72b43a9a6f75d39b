import * as z from 'zod/mini';

/** One line: a name, a place, a title. */
export const lineSchema = z.string().check(z.maxLength(300));

/** What someone writes at length. Far below what one envelope can carry. */
export const proseSchema = z.string().check(z.maxLength(20_000));

/** A calendar day in Norway, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();

/** A fractional key, as `keyBetween` makes them. */
export const orderSchema = z.string().check(z.regex(/^[0-9A-Za-z]*[1-9A-Za-z]$/), z.maxLength(200));

const yearSchema = z.string().check(z.regex(/^(18|19|20)\d\d$/));
const monthSchema = z.string().check(z.regex(/^(18|19|20)\d\d-(0[1-9]|1[0-2])$/));

/** Many know only the year, or were given 1 January on arrival: the date goes as far as it is known, and says how well. */
export const birthSchema = z.strictObject({
  date: z.union([daySchema, monthSchema, yearSchema]),
  certainty: z.enum(['certain', 'assumed', 'estimated']),
});
export type Birth = z.infer<typeof birthSchema>;
