import { Param, type PipeTransform } from '@nestjs/common';
import { Refused } from '@award/access/api';

const CODE = /^[a-z][a-z0-9-]{0,30}$/;

class KnownCode implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!CODE.test(value)) throw new Refused('not-found');
    return value;
  }
}

/** The code of a size class in the path. Anything else is answered like a class that does not exist. */
export const ClassCode = () => Param('classCode', new KnownCode());
