/** What is read-only once it stands, while it is written: results are put together field by field, since spreads of what may be missing copy and cost more than they save. */
export type Written<Thing> = { -readonly [Key in keyof Thing]: Thing[Key] };
