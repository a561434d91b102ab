import { type FormSection, isOwn, MEGABYTE, type NominationForm } from '@award/award';
import { done } from '../as-people';
import type { SampleYear } from './sample-year';

/** What the sample edition asks beside the award's own questions. */
export const OWN_QUESTION = 'own-first-step';

const QUESTION: FormSection = {
  code: OWN_QUESTION,
  place: 'elaborate',
  asked: true,
  required: false,
  limit: 600,
  heading: { nb: 'Det første steget', nn: 'Det første steget', en: 'The first step' },
  help: {
    nb: 'Hva bør en annen kommune gjøre først? Gi ett konkret råd.',
    nn: 'Kva bør ein annan kommune gjere først? Gje eitt konkret råd.',
    en: 'What should another municipality do first? Give one practical piece of advice.',
  },
};

/** The secretariat adds a question of its own to the form, unless the form that it took along has one. */
export async function askOwnQuestion(year: SampleYear): Promise<void> {
  const secretary = await year.people.person('sekretaer');
  const { form, lockVersion } = await done(
    secretary.get<{ form: NominationForm; lockVersion: number }>(`/api/editions/${year.editionId}`),
  );
  if (form.sections.some(({ code }) => isOwn(code))) return;
  const { measures, requirePhone, approvalByLink, files } = form;
  await done(
    secretary.put(`/api/editions/${year.editionId}/form`, {
      sections: [...form.sections, QUESTION],
      measures,
      requirePhone,
      approvalByLink,
      mostFiles: files.mostFiles,
      mostMegabytes: Math.floor(files.mostBytes / MEGABYTE),
      groups: files.groups,
      lockVersion,
      reason: '',
    }),
  );
}
