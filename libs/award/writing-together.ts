/** Milliseconds between two times a page says that somebody is writing; silent for three of them is gone. */
export const PRESENCE_EVERY = 10_000;
