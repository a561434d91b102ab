import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { isOrganisationNumber, organisationNumber, PARTNER_LIMITS } from '@award/award';
import { TextField } from '@award/nominations/web';
import type { Problem } from '@award/ui/web';

export interface PartnerFieldValues {
  readonly name: string;
  readonly organisationNumber: string;
  readonly email: string;
}

export const NO_PARTNER: PartnerFieldValues = { name: '', organisationNumber: '', email: '' };

/** What is wrong with the three fields, by the ids of their controls. */
export function partnerProblems(values: PartnerFieldValues): Problem[] {
  const number = values.organisationNumber.trim();
  return [
    ...(values.name.trim() === '' ? [{ id: 'partner-name', text: NO_NAME }] : []),
    ...(number !== '' && !isOrganisationNumber(organisationNumber(number) ?? '')
      ? [{ id: 'partner-number', text: BAD_NUMBER }]
      : []),
    ...(/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(values.email.trim())
      ? []
      : [{ id: 'partner-email', text: NO_EMAIL }]),
  ];
}

/** Name, organisation number and e-mail address of a business. */
@Component({
  selector: 'endorsements-partner-fields',
  imports: [TextField],
  host: { class: 'flow' },
  template: `
    <nominations-text-field
      field="partner-name"
      label="Bedriftens navn"
      i18n-label="@@endorsements.fields.name"
      autocomplete="organization"
      [value]="values().name"
      [limit]="null"
      [problem]="problemOf('partner-name')"
      (written)="write({ name: $event.slice(0, limits.name) })"
    />
    <nominations-text-field
      field="partner-number"
      label="Organisasjonsnummer"
      i18n-label="@@endorsements.fields.number"
      [optional]="true"
      [value]="values().organisationNumber"
      [problem]="problemOf('partner-number')"
      (written)="write({ organisationNumber: $event })"
    />
    <nominations-text-field
      field="partner-email"
      label="E-postadresse"
      i18n-label="@@endorsements.fields.email"
      type="email"
      autocomplete="email"
      [value]="values().email"
      [problem]="problemOf('partner-email')"
      (written)="write({ email: $event })"
    />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PartnerFields {
  readonly values = model.required<PartnerFieldValues>();
  readonly problems = input<readonly Problem[]>([]);
  protected readonly limits = PARTNER_LIMITS;

  protected write(change: Partial<PartnerFieldValues>): void {
    this.values.update((before) => ({ ...before, ...change }));
  }

  protected problemOf(id: string): string | null {
    return this.problems().find((problem) => problem.id === id)?.text ?? null;
  }
}

const NO_NAME = $localize`:@@endorsements.fields.no-name:Skriv navnet på bedriften`;
const BAD_NUMBER = $localize`:@@endorsements.fields.bad-number:Skriv de ni sifrene i organisasjonsnummeret, eller la feltet stå tomt`;
const NO_EMAIL = $localize`:@@endorsements.fields.no-email:Skriv en e-postadresse, for eksempel kari@eksempel.no`;
