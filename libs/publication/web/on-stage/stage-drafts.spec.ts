import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '@award/access/web';
import type {
  MyStagePartyView,
  SaveStageParty,
  StagePartyView,
  StagePlanView,
} from '@award/publication/contract';
import { MyStagePage } from './my-stage-page';
import { StageClassForm } from './stage-class-form';
import { StageFinalists } from './stage-finalists';
import { STALE } from './stale-words';

type Group = StagePlanView['classes'][number];

const GROUP: Group = {
  code: 'small',
  name: 'Små',
  presenters: '',
  note: '',
  lockVersion: 0,
  finalists: [],
};
const PARTY: StagePartyView = {
  said: '',
  people: [{ name: 'Ola Nordli', role: '', said: '', photo: false }],
  needs: '',
  lockVersion: 1,
  changedAt: '',
};
const PLAN: StagePlanView = {
  edition: { id: 'e', year: 2027, name: 'Årets vertskommune', sample: true },
  announcementAt: null,
  call: { askedAt: '', dueAt: '2027-02-20T11:00:00.000Z' },
  cannotAsk: null,
  cannotCorrect: null,
  classes: [
    {
      ...GROUP,
      finalists: [{ nominationId: 'n', municipality: 'Ås', county: 'Akershus', party: PARTY }],
    },
  ],
  now: '',
};

async function open<T>(component: Type<T>, inputs: object = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      {
        provide: Session,
        useValue: { acting: signal({ id: 'g', role: 'municipality-submitter' }), may: () => true },
      },
    ],
  });
  const fixture = TestBed.createComponent(component);
  const http = TestBed.inject(HttpTestingController);
  const element = fixture.nativeElement as HTMLElement;
  // Not until it is stable: the page waits for what the spec has not answered yet.
  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.tick();
    }
  };
  const show = async (more: object) => {
    for (const [name, value] of Object.entries(more)) fixture.componentRef.setInput(name, value);
    await settle();
  };
  await show(inputs);
  const field = (id: string) => {
    const found = element.querySelector<HTMLInputElement>(`[id="${id}"]`);
    if (!found) throw new Error(`no field ${id}`);
    return found;
  };
  return {
    component: fixture.componentInstance,
    http,
    settle,
    show,
    element,
    words: () => element.textContent?.replace(/\s+/g, ' ') ?? '',
    values: (...ids: string[]) => ids.map((id) => field(id).value),
    type: async (id: string, value: string) => {
      field(id).value = value;
      field(id).dispatchEvent(new Event('input'));
      await settle();
    },
    press: async (name: string) => {
      const button = [...element.querySelectorAll('button')].find(
        (one) => one.textContent?.trim() === name,
      );
      if (!button) throw new Error(`no button ${name}`);
      button.click();
      await settle();
    },
    /** Answers the one request there. */
    answer: async (address: string, body: object, status = 200) => {
      const request = http.expectOne(address);
      request.flush(body, { status, statusText: String(status) });
      await settle();
      return request.request.body as SaveStageParty;
    },
  };
}

describe('the plan of a class', () => {
  const address = '/api/stage-plan/e/classes/small';
  const fields = ['presenters-small', 'note-small'];
  const form = async () => {
    const page = await open(StageClassForm, { editionId: 'e', of: GROUP, mayChange: true });
    const heard: (Group | 'outdated')[] = [];
    page.component.changed.subscribe(({ classes }) => heard.push(...classes));
    page.component.outdated.subscribe(() => heard.push('outdated'));
    const saved = async (more: Partial<Group>) => {
      const group = { ...GROUP, ...more };
      const { lockVersion } = await page.answer(address, { ...PLAN, classes: [group] });
      await page.show({ of: heard.at(-1) });
      return lockVersion;
    };
    return { ...page, heard, saved };
  };

  it('keeps what is typed while a save is on its way, and saves it upon what was saved', async () => {
    const { type, press, saved, values, words } = await form();
    await type('presenters-small', ' Kari');
    await press('Lagre');
    await type('note-small', 'Fra høyre');
    expect(await saved({ presenters: 'Kari', lockVersion: 1 })).toBe(0);
    expect([values(...fields), words().includes('Lagret.')]).toEqual([
      ['Kari', 'Fra høyre'],
      false,
    ]);
    await press('Lagre');
    expect(await saved({ presenters: 'Kari', note: 'Fra høyre', lockVersion: 2 })).toBe(1);
    expect([values(...fields), words().includes('Lagret.')]).toEqual([['Kari', 'Fra høyre'], true]);
  });

  it('tells that somebody else has saved, takes in the rest, and is then saved upon theirs', async () => {
    const { type, press, answer, show, heard, saved, values, words } = await form();
    await type('presenters-small', 'Kari');
    await press('Lagre');
    await answer(address, { refusal: 'stale-save' }, 409);
    expect([words().includes(STALE), heard]).toEqual([true, ['outdated']]);
    await show({ of: { ...GROUP, presenters: 'Ola', note: 'Musikk', lockVersion: 3 } });
    expect(values(...fields)).toEqual(['Kari', 'Musikk']);
    await press('Lagre');
    expect(await saved({ presenters: 'Kari', note: 'Musikk', lockVersion: 4 })).toBe(3);
    expect(words()).not.toContain(STALE);
  });

  it('does not go over what somebody else wrote before that is told', async () => {
    const { type, press, show, saved, values } = await form();
    await type('presenters-small', 'Kari');
    await show({ of: { ...GROUP, presenters: 'Ola', note: 'Musikk', lockVersion: 3 } });
    expect(values(...fields)).toEqual(['Kari', 'Musikk']);
    await press('Lagre');
    expect(await saved({})).toBe(0);
  });
});

describe('who comes on stage', () => {
  const party = (more: Partial<StagePartyView>): MyStagePartyView => ({
    call: {
      municipality: 'Ås',
      dueAt: '2027-02-20T11:00:00.000Z',
      closed: null,
      party: { ...PARTY, ...more },
    },
  });

  it('keeps what the municipality types while a save is on its way', async () => {
    const { type, press, answer, values, words } = await open(MyStagePage);
    const address = '/api/stage-plan/mine';
    await answer(address, party({}));
    await type('said', 'OS');
    await press('Lagre');
    await type('needs', 'Rullestol');
    await answer(address, party({ said: 'OS', lockVersion: 2 }));
    expect([values('said', 'needs'), words().includes('Lagret.')]).toEqual([
      ['OS', 'Rullestol'],
      false,
    ]);
    await press('Lagre');
    const sent = await answer(address, party({ said: 'OS', needs: 'Rullestol', lockVersion: 3 }));
    expect(sent).toMatchObject({ needs: 'Rullestol', lockVersion: 2 });
    expect(words()).toContain('Lagret.');
  });

  it('keeps it too when a colleague has saved, and shows the rest of theirs', async () => {
    const { type, press, answer, values, words } = await open(MyStagePage);
    const address = '/api/stage-plan/mine';
    await answer(address, party({}));
    await type('said', 'OS');
    await press('Lagre');
    await answer(address, { refusal: 'stale-save' }, 409);
    await answer(address, party({ said: 'AAS', needs: 'Rullestol', lockVersion: 5 }));
    expect([values('said', 'needs'), words().includes(STALE)]).toEqual([['OS', 'Rullestol'], true]);
    await press('Lagre');
    expect(await answer(address, party({ lockVersion: 6 }))).toMatchObject({ lockVersion: 5 });
  });

  it.each([
    ['stays open with what the secretariat typed while it was saved', 'Rullestol', true],
    ['is closed when all of it is saved', '', false],
  ])('%s', async (_, needs, stays) => {
    const { type, press, answer, element, show, values } = await open(StageFinalists, {
      plan: PLAN,
      mayCorrect: true,
    });
    await press('Rett svaret fra Ås');
    await type('n-said', 'OS');
    await press('Lagre');
    if (needs) await type('n-needs', needs);
    await answer('/api/stage-plan/e/parties/n', {});
    const classes = PLAN.classes.map((group) => ({
      ...group,
      finalists: group.finalists.map((one) => ({
        ...one,
        party: { ...PARTY, said: 'OS', lockVersion: 2 },
      })),
    }));
    await show({ plan: { ...PLAN, classes } });
    expect(element.querySelector('form') !== null).toBe(stays);
    if (stays) expect(values('n-said', 'n-needs')).toEqual(['OS', needs]);
  });
});
