/** Lies in every package, for whoever opens it without the program. `{head}` is filled in. */
export const README = `ARKIVPAKKE FRA KÅRING

000-sak/            saken (arkivmelding.xml)
001-…/ og videre    én mappe for hver journalpost: arkivmelding.xml og dokumentene den viser til
record.json         det som er offentliggjort, som data; kan leses inn i et tomt system
log.jsonl           hele loggen, én rad på hver linje
checksums.sha256    SHA-256 av hver fil; kontrolleres med: sha256sum -c checksums.sha256

Egne dokumenter er produsert som PDF/A-2a. De er ikke validert av noe annet program.
Vedlegg ligger slik de ble mottatt. Bilder er kodet på nytt da de ble tatt imot, uten posisjonsdata.

Hver rad i loggen har feltene seq, content og hash. hash er SHA-256 av teksten i content, og content
begynner med hash fra raden før. Den første begynner med 64 nuller. Den siste hash i denne pakken er:
{head}
`;
