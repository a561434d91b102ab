import type { Type } from '@nestjs/common';

/** The areas in the order of the process. */
export const areas: Type[] = [];
