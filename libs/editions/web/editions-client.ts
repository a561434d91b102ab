import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  ChangeClasses,
  ChangeCriteria,
  ChangeEvent,
  ChangeForm,
  ChangePressContacts,
  ChangeRules,
  ChangeTexts,
  ChangeTimetable,
  CreateEdition,
  EditionAct,
  EditionSummary,
  EditionView,
  ReopenCall,
} from '@award/editions/contract';

const ROOT = '/api/editions';

@Injectable({ providedIn: 'root' })
export class EditionsClient {
  private readonly http = inject(HttpClient);

  list(): Promise<EditionSummary[]> {
    return firstValueFrom(this.http.get<EditionSummary[]>(ROOT));
  }

  /** The edition of the acting grant, else the one that people work on now. */
  current(): Promise<EditionView> {
    return firstValueFrom(this.http.get<EditionView>(`${ROOT}/current`));
  }

  one(id: string): Promise<EditionView> {
    return firstValueFrom(this.http.get<EditionView>(`${ROOT}/${id}`));
  }

  create(order: CreateEdition): Promise<EditionView> {
    return firstValueFrom(this.http.post<EditionView>(ROOT, order));
  }

  changeTimetable(id: string, order: ChangeTimetable): Promise<EditionView> {
    return this.put(id, 'timetable', order);
  }

  changeClasses(id: string, order: ChangeClasses): Promise<EditionView> {
    return this.put(id, 'classes', order);
  }

  changeCriteria(id: string, order: ChangeCriteria): Promise<EditionView> {
    return this.put(id, 'criteria', order);
  }

  changeRules(id: string, order: ChangeRules): Promise<EditionView> {
    return this.put(id, 'rules', order);
  }

  changeTexts(id: string, order: ChangeTexts): Promise<EditionView> {
    return this.put(id, 'texts', order);
  }

  changeForm(id: string, order: ChangeForm): Promise<EditionView> {
    return this.put(id, 'form', order);
  }

  changeEvent(id: string, order: ChangeEvent): Promise<EditionView> {
    return this.put(id, 'event', order);
  }

  changePressContacts(id: string, order: ChangePressContacts): Promise<EditionView> {
    return this.put(id, 'press-contacts', order);
  }

  openCall(id: string, order: EditionAct): Promise<EditionView> {
    return firstValueFrom(this.http.post<EditionView>(`${ROOT}/${id}/open-call`, order));
  }

  reopenCall(id: string, order: ReopenCall): Promise<EditionView> {
    return firstValueFrom(this.http.post<EditionView>(`${ROOT}/${id}/reopen-call`, order));
  }

  archive(id: string, order: EditionAct): Promise<EditionView> {
    return firstValueFrom(this.http.post<EditionView>(`${ROOT}/${id}/archive`, order));
  }

  private put(id: string, part: string, order: object): Promise<EditionView> {
    return firstValueFrom(this.http.put<EditionView>(`${ROOT}/${id}/${part}`, order));
  }
}
