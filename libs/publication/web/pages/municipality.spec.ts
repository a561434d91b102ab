import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { MunicipalityPageView } from '@award/publication/contract';
import { MunicipalityPortrait } from './municipality';

const ALESUND: MunicipalityPageView = {
  kind: 'municipality',
  number: '1508',
  name: 'Ålesund',
  county: 'Møre og Romsdal',
  movedTo: null,
  samiName: null,
  organisationNumber: null,
  writtenForm: null,
  invented: false,
  outline: null,
  endedOn: null,
  periods: [
    {
      number: '1507',
      name: 'Ålesund',
      county: 'Møre og Romsdal',
      from: '2020-01-01',
      to: '2024-01-01',
    },
    { number: '1508', name: 'Ålesund', county: 'Møre og Romsdal', from: '2024-01-01', to: null },
  ],
  passings: [],
  populations: [],
  results: [],
  jobs: null,
};

it('tells from when to when a municipality had its number, with room between the words', async () => {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(MunicipalityPortrait);
  fixture.componentRef.setInput('page', ALESUND);
  await fixture.whenStable();
  const times = [...(fixture.nativeElement as HTMLElement).querySelectorAll('.history__when')];
  expect(times.map((one) => one.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
    'fra 1. januar 2020 til 1. januar 2024',
    'fra 1. januar 2024',
  ]);
});
