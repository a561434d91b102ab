import {
  type Ballot,
  type BallotCount,
  countBallot,
  type House,
  mayShowHouses,
  mayShowTally,
  PARITY_HOUSES,
  type ParityHouse,
  type Tally,
  winnersOf,
} from '@award/award';
import { Refused } from '@award/access/api';
import { contentHash } from '@award/nominations/api';
import type { BallotResultView, TallyView } from '@award/deliberation/contract';

export interface Paper {
  seatId: string;
  house: House;
  choices: string[][];
}

/**
 * Counts the papers of those who still take part; the others' are set aside and kept. The hash covers the
 * counted papers in seat order, so that the same papers can be counted again later. A panel is so small
 * that its papers could be guessed from their bare hash: `salt` is random and is never shown.
 */
export function countPapers(
  options: readonly string[],
  papers: readonly Paper[],
  takesPart: (seatId: string) => boolean,
  salt: string,
): BallotResultView {
  const counted = [...papers]
    .filter(({ seatId }) => takesPart(seatId))
    .sort((a, b) => (a.seatId < b.seatId ? -1 : 1));
  const count = countBallot({ options, ballots: counted.map(asBallot) });
  if (!count.allowed) throw new Refused(count.reason);
  return {
    ...resultOf(count),
    setAside: papers.length - counted.length,
    papersHash: contentHash({
      salt,
      papers: counted.map(({ seatId, choices }) => ({ seatId, choices })),
    }),
  };
}

/** Whether the ranking is a paper for these options: known, none twice, no empty place. */
export function isPaper(options: readonly string[], choices: readonly string[][]): boolean {
  return countBallot({ options, ballots: [{ org: null, ranking: choices }] }).allowed;
}

function asBallot({ house, choices }: Paper): Ballot {
  return { org: isParity(house) ? house : null, ranking: choices };
}

function isParity(house: House): house is ParityHouse {
  return (PARITY_HOUSES as readonly House[]).includes(house);
}

function resultOf(count: BallotCount): Omit<BallotResultView, 'setAside' | 'papersHash'> {
  const winners = [...winnersOf(count)];
  const { parity, unweighted, houses, agreement, deadlock, abstentions } = count;
  const apart = mayShowHouses(count);
  const ofHouse = (house: ParityHouse) => (apart ? shownTally(houses[house]) : null);
  return {
    winners,
    tie: winners.length > 1,
    agreement: apart || agreement === 'tie' || agreement === 'no-parity' ? agreement : null,
    weights: parity && { ...parity.weights },
    parity: apart ? shownTally(parity) : null,
    unweighted: shownTally(unweighted),
    houses: { KS: ofHouse('KS'), NHO: ofHouse('NHO') },
    deadlock: deadlock && { commonSecond: apart ? [...deadlock.commonSecond] : [] },
    ballots: unweighted.ballots,
    abstentions,
  };
}

function shownTally(tally: Tally | null): TallyView | null {
  return mayShowTally(tally) ? tallyView(tally) : null;
}

function tallyView({ pairwise, rank, condorcet, winners, ballots }: Tally): TallyView {
  return { pairwise, rank: { ...rank }, condorcet, winners: [...winners], ballots };
}
