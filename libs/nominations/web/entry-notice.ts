import { InjectionToken, type Type } from '@angular/core';

/**
 * What a later area has to tell on the page of the entry: a component that is given the entry's id as `nominationId`, and
 * shows nothing when it has nothing to tell.
 */
export const ENTRY_NOTICE = new InjectionToken<Type<unknown>>('ENTRY_NOTICE');
