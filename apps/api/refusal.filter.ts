import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common';
import type { Response } from 'express';
import { QueryFailedError } from 'typeorm';
import type { Refusal } from '@award/award';
import { Refused } from '@award/access/api';

/** What is not 409 (an act that the state of things does not allow). */
const STATUS: Partial<Record<Refusal, number>> = {
  'not-signed-in': 401,
  'not-permitted': 403,
  'origin-refused': 403,
  'not-found': 404,
  'bad-input': 400,
  'too-large': 413,
  'too-many-files': 413,
  'code-wrong': 400,
  'code-expired': 400,
  'too-many-tries': 429,
  'rate-limited': 429,
  'idempotency-mismatch': 422,
  'incomplete-form': 422,
  unavailable: 503,
  'documents-unavailable': 503,
  'provider-unavailable': 503,
};

/** Constraints that a race can reach, and the words for them. */
const CONSTRAINTS: Record<string, Refusal> = {
  uq_nomination_living: 'already-nominated',
  uq_partner_living_email: 'already-asked',
  uq_partner_living_organisation: 'already-asked',
  uq_approval_living: 'already-asked',
  pk_survey_spent: 'already-answered',
  uq_edition_year: 'edition-exists',
  uq_seat_person: 'seat-taken',
  uq_seat_edition_id_class_code_email: 'seat-taken',
  uq_seat_leader: 'seat-taken',
  uq_seat_stand_in: 'seat-taken',
  fk_ruling_nomination_id: 'class-crossed',
  fk_assignment_nomination_id: 'class-crossed',
  uq_release_once: 'already-released',
  uq_decision_first: 'already-decided',
  uq_decision_supersedes_id: 'already-decided',
  uq_postponement_waiting: 'already-asked',
  uq_correction_open: 'correction-open',
  uq_correction_request_open: 'already-asked',
  pk_arming: 'same-person-twice',
  ck_decision_keeps_its_number: 'wrong-number-of-finalists',
  ck_decision_winner_is_finalist: 'not-a-finalist',
  ck_decision_not_released: 'already-released',
  uq_ballot_one_open: 'ballot-open',
  ck_ballot_paper_open: 'ballot-closed',
  pk_sign_off: 'already-signed-off',
  uq_justification_nomination_id: 'stale-save',
};

/** PostgreSQL is away, starting, full, failing over, or gave the statement up: try again shortly. */
const GONE = new Set([
  '57P01',
  '57P02',
  '57P03',
  '57014',
  '55P03',
  '53300',
  '25006',
  '25P03',
  '08000',
  '08001',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** TypeORM takes a connection that failed from the transaction at once: the next statement finds it released. */
const GONE_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|not queryable|AlreadyReleasedError|after calling end on the pool/;

@Catch()
export class RefusalFilter implements ExceptionFilter {
  private readonly log = new Logger('Refusal');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return void response.end();
    const refused = this.asRefused(error);
    const status = STATUS[refused.refusal] ?? (refused.refusal === 'failed' ? 500 : 409);
    const { fields, ...details } = refused.details;
    if (status === 503) response.setHeader('Retry-After', '2');
    if (typeof details['retryAfterSeconds'] === 'number') {
      response.setHeader('Retry-After', String(details['retryAfterSeconds']));
    }
    response.setHeader('Cache-Control', 'no-store');
    response.status(status).json({
      refusal: refused.refusal,
      ...(fields ? { fields } : {}),
      ...(Object.keys(details).length > 0 ? { details } : {}),
    });
  }

  private asRefused(error: unknown): Refused {
    if (error instanceof Refused) return error;
    if (error instanceof HttpException) return new Refused(httpRefusal(error.getStatus()));
    const { status, type } = error as { status?: number; type?: string };
    if (type?.startsWith('entity.') || status === 400 || status === 413)
      return new Refused(httpRefusal(status ?? 400));
    const driver =
      error instanceof QueryFailedError
        ? (error.driverError as { code?: string; constraint?: string })
        : null;
    const code = driver?.code ?? (error as { code?: string }).code ?? '';
    const constraint = driver?.constraint && CONSTRAINTS[driver.constraint];
    if (constraint) return new Refused(constraint);
    if (code === '40001' || code === '40P01') return new Refused('stale-save');
    if (GONE.has(code) || GONE_WORDS.test(String(error))) return new Refused('unavailable');
    this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return new Refused('failed');
  }
}

function httpRefusal(status: number): Refusal {
  if (status === 404 || status === 405) return 'not-found';
  if (status === 413) return 'too-large';
  return status >= 500 ? 'failed' : 'bad-input';
}
