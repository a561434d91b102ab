import { TestBed } from '@angular/core/testing';
import { TextField } from './text-field';

async function open(rows: number, value = '') {
  const fixture = TestBed.createComponent(TextField);
  fixture.componentRef.setInput('field', 'text');
  fixture.componentRef.setInput('label', 'Begrunnelse');
  fixture.componentRef.setInput('value', value);
  fixture.componentRef.setInput('rows', rows);
  await fixture.whenStable();
  const written: string[] = [];
  fixture.componentInstance.written.subscribe((text) => written.push(text));
  const control = (fixture.nativeElement as HTMLElement).querySelector<
    HTMLInputElement | HTMLTextAreaElement
  >('#text');
  if (!control) throw new Error('no control');
  return {
    written,
    control,
    paste: (text: string) => {
      const event = new Event('paste', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } });
      control.dispatchEvent(event);
      return event.defaultPrevented;
    },
  };
}

describe('pasting into a text', () => {
  it('keeps the words and drops what Word wrote for itself, where the cursor is', async () => {
    const { control, paste, written } = await open(8, 'Først. Sist.');
    control.setSelectionRange(7, 7);
    expect(paste('\u00b7\tEn\u00ad punkt\r\n')).toBe(true);
    expect(written).toEqual(['Først. – En punkt\nSist.']);
  });

  it('replaces what is marked', async () => {
    const { control, paste, written } = await open(1, 'Gammel tittel');
    control.setSelectionRange(0, 6);
    paste('Ny\u200b');
    expect(written).toEqual(['Ny tittel']);
  });

  it('leaves plain text to the browser', async () => {
    const { paste, written } = await open(8);
    expect(paste('Bare ord.')).toBe(false);
    expect(written).toEqual([]);
  });
});
