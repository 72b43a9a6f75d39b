/** Something the person who starts the server can mend. Its message is whole sentences: what is wrong, and what to do next. */
export class Refusal extends Error {}
