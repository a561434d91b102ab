import { Foundation1700000000001 } from './0001-foundation';
import { Editions1700000000002 } from './0002-editions';
import { Municipalities1700000000003 } from './0003-municipalities';
import { Nominations1700000000004 } from './0004-nominations';
import { Jury1700000000005 } from './0005-jury';
import { Decisions1700000000006 } from './0006-decisions';
import { Publication1700000000007 } from './0007-publication';
import { Files1700000000008 } from './0008-files';
import { Partners1700000000009 } from './0009-partners';
import { Writing1700000000010 } from './0010-writing';
import { Panel1700000000011 } from './0011-panel';
import { FactChecks1700000000012 } from './0012-fact-checks';
import { Followers1700000000013 } from './0013-followers';
import { Office1700000000014 } from './0014-office';
import { Meeting1700000000015 } from './0015-meeting';
import { DeliveryReports1700000000017 } from './0017-delivery-reports';
import { Images1700000000018 } from './0018-images';
import { Moments1700000000019 } from './0019-moments';
import { Changes1700000000021 } from './0021-changes';
import { Privacy1700000000022 } from './0022-privacy';
import { Stage1700000000023 } from './0023-stage';
import { Learning1700000000024 } from './0024-learning';
import { Remarks1700000000025 } from './0025-remarks';
import { ReleaseTexts1700000000026 } from './0026-release-texts';
import { Retention1700000000027 } from './0027-retention';
import { Successors1700000000028 } from './0028-successors';
import { OfficeDenied1700000000029 } from './0029-office-denied';

/** In the order they run. */
export const migrations = [
  Foundation1700000000001,
  Editions1700000000002,
  Municipalities1700000000003,
  Nominations1700000000004,
  Jury1700000000005,
  Decisions1700000000006,
  Publication1700000000007,
  Files1700000000008,
  Partners1700000000009,
  Writing1700000000010,
  Panel1700000000011,
  FactChecks1700000000012,
  Followers1700000000013,
  Office1700000000014,
  Meeting1700000000015,
  DeliveryReports1700000000017,
  Images1700000000018,
  Moments1700000000019,
  Changes1700000000021,
  Privacy1700000000022,
  Stage1700000000023,
  Learning1700000000024,
  Remarks1700000000025,
  ReleaseTexts1700000000026,
  Retention1700000000027,
  Successors1700000000028,
  OfficeDenied1700000000029,
];
