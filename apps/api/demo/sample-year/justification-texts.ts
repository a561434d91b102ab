/** Sample justifications in the jury's voice, around what the invented municipality wrote. */
export function justificationFor(
  municipality: string,
  title: string,
  entry: string,
  form: 'nb' | 'nn',
): string {
  const told = entry.split('. ').slice(0, 3).join('. ').replace(/\.?$/, '.');
  if (form === 'nn') {
    return [
      `${municipality} har vist at ein kommune kan endre vilkåra for næringslivet utan å bruke mykje pengar. Med «${title}» har kommunen teke eit problem som bedriftene sjølve peika på, og løyst det saman med dei.`,
      `I forslaget skriv kommunen: «${told}»`,
      'Juryen legg vekt på at arbeidet er forankra både politisk og administrativt, og at resultata kan etterprøvast. Kommunen er open om det som var vanskeleg, og om kva bedriftene sjølve har bidrege med. Det gjer erfaringane nyttige for andre kommunar, også dei som har færre folk og mindre pengar.',
      'Juryen meiner at dette er eit døme på godt vertskap: tydeleg ansvar, korte svar og tolmod til å halde fast ved retninga.',
    ].join('\n\n');
  }
  return [
    `${municipality} har vist at en kommune kan endre vilkårene for næringslivet uten å bruke mye penger. Med «${title}» har kommunen tatt et problem som bedriftene selv pekte på, og løst det sammen med dem.`,
    `I forslaget skriver kommunen: «${told}»`,
    'Juryen legger vekt på at arbeidet er forankret både politisk og administrativt, og at resultatene kan etterprøves. Kommunen er åpen om det som var vanskelig, og om hva bedriftene selv har bidratt med. Det gjør erfaringene nyttige for andre kommuner, også dem som har færre folk og mindre penger.',
    'Juryen mener at dette er et eksempel på godt vertskap: tydelig ansvar, korte svar og tålmodighet til å holde fast ved retningen.',
  ].join('\n\n');
}

/** Read aloud before the name: it must not give it away. */
export function stageTextFor(title: string, form: 'nb' | 'nn'): string {
  return form === 'nn'
    ? `Kveldens vinnar byrja med å lytte. Bedriftene sa kva som stod i vegen, og kommunen rydda det bort, saman med dei. Arbeidet fekk eit namn som vi kjem til å hugse: «${title}». Det kosta mindre enn mange trudde, tok lengre tid enn nokon håpa, og verkar betre enn planen lova. Andre kommunar har alt spurt om å få låne oppskrifta, og svaret er ja. Slik er godt vertskap: å gjere det lettare for andre å lukkast, år etter år, også når ingen ser på.`
    : `Kveldens vinner begynte med å lytte. Bedriftene sa hva som sto i veien, og kommunen ryddet det bort, sammen med dem. Arbeidet fikk et navn som vi kommer til å huske: «${title}». Det kostet mindre enn mange trodde, tok lengre tid enn noen håpet, og virker bedre enn planen lovet. Andre kommuner har alt spurt om å få låne oppskriften, og svaret er ja. Slik er godt vertskap: å gjøre det lettere for andre å lykkes, år etter år, også når ingen ser på.`;
}
