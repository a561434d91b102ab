/**
 * The latest few things that were made, by the text that they were made from. Equal text makes an equal
 * thing, so that nothing kept here can be out of date, and nobody is given what another reader's text made.
 */
export class MadeFrom<Thing> {
  private readonly made = new Map<string, Thing>();

  constructor(private readonly most: number) {}

  /** What was made from this text before, or is made now. */
  of(text: string, make: () => Thing): Thing {
    const thing = this.made.get(text) ?? make();
    this.made.delete(text);
    this.made.set(text, thing);
    const [oldest] = this.made.keys();
    if (this.made.size > this.most && oldest !== undefined) this.made.delete(oldest);
    return thing;
  }
}
