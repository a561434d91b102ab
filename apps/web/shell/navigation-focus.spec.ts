import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';
import { NavigationFocus } from './navigation-focus';

const heading = signal('');

@Component({ template: '<a href="/fram" id="lenke">Fram</a>' })
class Before {}

@Component({ template: '<h1 tabindex="-1">Her er siden</h1>' })
class Ready {}

@Component({
  template:
    '@if (heading()) { <h1 tabindex="-1">{{ heading() }}</h1> } <button id="knapp">Nei</button>',
})
class Late {
  protected readonly heading = heading;
}

@Component({
  imports: [RouterOutlet],
  template: '<main id="innhold" tabindex="-1"><router-outlet /></main>',
})
class Frame {}

describe('moving to another page', () => {
  beforeEach(async () => {
    heading.set('');
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: '', component: Before },
          { path: 'klar', component: Ready },
          { path: 'sen', component: Late },
        ]),
      ],
    });
    const fixture = TestBed.createComponent(Frame);
    document.body.append(fixture.nativeElement as HTMLElement);
    TestBed.inject(NavigationFocus).start();
    await go('/');
  });
  afterEach(() => document.body.replaceChildren());

  async function go(address: string): Promise<void> {
    await TestBed.inject(Router).navigateByUrl(address);
    await settle();
  }
  const settle = () => new Promise((later) => setTimeout(later, 20));
  const focused = () => document.activeElement?.textContent?.trim();

  it('gives the heading focus', async () => {
    await go('/klar');
    expect(focused()).toBe('Her er siden');
  });

  it('gives a heading that comes with the server’s answer focus when it comes', async () => {
    await go('/sen');
    expect(document.activeElement?.id).toBe('innhold');
    heading.set('Forslaget fra Innlia');
    await settle();
    expect(focused()).toBe('Forslaget fra Innlia');
  });

  it('takes focus from nobody who has gone on meanwhile', async () => {
    await go('/sen');
    document.getElementById('knapp')?.focus();
    heading.set('Forslaget fra Innlia');
    await settle();
    expect(document.activeElement?.id).toBe('knapp');
  });
});
