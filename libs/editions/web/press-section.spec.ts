import { TestBed } from '@angular/core/testing';
import type { PressContact } from '@award/award';
import type { EditionView } from '@award/editions/contract';
import { EditionsClient } from './editions-client';
import { PressSection } from './press-section';
import { anEdition } from './testing';

const KARI: PressContact = { name: 'Kari Vik', role: 'KS', phone: '+4722132100', email: '' };
const OLA: PressContact = { name: 'Ola Nordli', role: 'NHO', phone: '+4723088000', email: '' };

describe('the press contacts of an edition', () => {
  it('keep what is typed while a save is on its way, and are otherwise as they were read', async () => {
    const sent: { lockVersion: number; contacts: PressContact[] }[] = [];
    let arrive = (_: EditionView): void => undefined;
    const changePressContacts = (_id: string, order: (typeof sent)[number]) => {
      sent.push(order);
      return new Promise<EditionView>((resolve) => (arrive = resolve));
    };
    TestBed.configureTestingModule({
      providers: [{ provide: EditionsClient, useValue: { changePressContacts } }],
    });
    const fixture = TestBed.createComponent(PressSection);
    const page = fixture.nativeElement as HTMLElement;
    const settle = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    };
    const show = async (edition: EditionView) => {
      fixture.componentRef.setInput('edition', edition);
      await settle();
    };
    fixture.componentInstance.saved.subscribe((edition) =>
      fixture.componentRef.setInput('edition', edition),
    );
    fixture.componentRef.setInput('mayChange', true);
    await show(anEdition({ pressContacts: [KARI, OLA] }));
    const field = (id: string) => page.querySelector(`#${id}`) as HTMLInputElement;
    const type = async (id: string, value: string) => {
      field(id).value = value;
      field(id).dispatchEvent(new Event('input'));
      await settle();
    };
    const submit = async () => {
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    };
    const saved = async (lockVersion: number, pressContacts: PressContact[]) => {
      arrive(anEdition({ lockVersion, pressContacts }));
      await settle();
    };
    await type('phone-0', '22 13 22 00');
    await type('phone-1', '23088099');
    await submit();
    await type('role-0', 'KS, kommunikasjon');
    await saved(8, [
      { ...KARI, phone: '+4722132200' },
      { ...OLA, phone: '+4723088099' },
    ]);
    const fields = ['role-0', 'phone-0', 'phone-1'];
    expect(fields.map((id) => field(id).value)).toEqual([
      'KS, kommunikasjon',
      '22 13 22 00',
      '23 08 80 99',
    ]);
    await submit();
    expect(sent.at(-1)).toMatchObject({
      lockVersion: 8,
      contacts: [{ role: 'KS, kommunikasjon' }, { phone: '23 08 80 99' }],
    });
    await saved(9, [
      { ...KARI, role: 'KS, kommunikasjon', phone: '+4722132200' },
      { ...OLA, phone: '+4723088099' },
    ]);
    expect(field('role-0').value).toBe('KS, kommunikasjon');
  });
});
