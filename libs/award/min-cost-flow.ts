/**
 * Cheapest flow through a network, by successive shortest paths with potentials (Dijkstra). Supplies are
 * sent one after another and each takes the cheapest way there is, turning earlier ones around where
 * that pays; what is sent is therefore always the cheapest for its amount. The same network gives the
 * same flow. Costs are whole numbers, not negative, with paths far below 2^53.
 */
export interface FlowNetwork {
  /** Adds an arc for one unit and returns its number. */
  arc(from: number, to: number, cost: number): number;
  /** Sends one unit the cheapest way. False when no way is left. */
  send(from: number, to: number): boolean;
  /** Whether the arc carries its unit. */
  carries(arc: number): boolean;
}

/** An empty network of so many nodes, numbered from 0. */
export function flowNetwork(nodes: number): FlowNetwork {
  let heads = new Int32Array(1024);
  let costs = new Float64Array(1024);
  let free = new Uint8Array(1024);
  let arcs = 0;
  const leaving: number[][] = Array.from({ length: nodes }, () => []);
  const potential = new Float64Array(nodes);
  const distance = new Float64Array(nodes).fill(Infinity);
  const by = new Int32Array(nodes).fill(-1);
  const settled = new Uint8Array(nodes);

  function half(from: number, to: number, cost: number, open: boolean): number {
    if (arcs === heads.length) grow();
    leaving[from].push(arcs);
    heads[arcs] = to;
    costs[arcs] = cost;
    free[arcs] = open ? 1 : 0;
    arcs += 1;
    return arcs - 1;
  }

  function grow(): void {
    const [to, at, is] = [heads, costs, free];
    heads = new Int32Array(2 * arcs);
    costs = new Float64Array(2 * arcs);
    free = new Uint8Array(2 * arcs);
    heads.set(to);
    costs.set(at);
    free.set(is);
  }

  /** Settles nodes nearest first until the goal; the nodes that were reached. */
  function search(from: number, to: number): number[] {
    const reached = [from];
    const waiting = heap(distance);
    distance[from] = 0;
    waiting.push(from);
    for (let node = waiting.pop(); node !== -1 && node !== to; node = waiting.pop()) {
      if (settled[node]) continue;
      settled[node] = 1;
      const sofar = distance[node] + potential[node];
      for (const arc of leaving[node]) {
        if (free[arc] === 0) continue;
        const next = heads[arc];
        const length = sofar + costs[arc] - potential[next];
        // What is no nearer than the goal is of no use.
        if (length >= distance[next] || length >= distance[to]) continue;
        if (distance[next] === Infinity) reached.push(next);
        distance[next] = length;
        by[next] = arc;
        waiting.push(next);
      }
    }
    return reached;
  }

  return {
    arc(from, to, cost) {
      const forth = half(from, to, cost, true);
      half(to, from, -cost, false);
      return forth;
    },
    send(from, to) {
      const reached = search(from, to);
      const length = distance[to];
      if (length < Infinity) {
        for (let node = to; node !== from; node = heads[by[node] ^ 1]) {
          free[by[node]] = 0;
          free[by[node] ^ 1] = 1;
        }
        for (const node of reached)
          if (distance[node] < length) potential[node] += distance[node] - length;
      }
      for (const node of reached) {
        distance[node] = Infinity;
        settled[node] = 0;
      }
      return length < Infinity;
    },
    carries: (arc) => free[arc] === 0,
  };
}

/** A binary heap of nodes, nearest first, then lowest number. A node may be in it more than once. */
function heap(distance: Float64Array) {
  const keys: number[] = [];
  const nodes: number[] = [];

  return {
    push(node: number): void {
      const key = distance[node];
      let at = keys.length;
      keys.push(key);
      nodes.push(node);
      while (at > 0) {
        const above = (at - 1) >> 1;
        if (keys[above] < key || (keys[above] === key && nodes[above] <= node)) break;
        keys[at] = keys[above];
        nodes[at] = nodes[above];
        at = above;
      }
      keys[at] = key;
      nodes[at] = node;
    },
    /** -1 when it is empty. */
    pop(): number {
      const top = nodes[0];
      const key = keys.pop();
      const node = nodes.pop();
      if (key === undefined || node === undefined) return -1;
      const size = keys.length;
      if (size === 0) return top;
      let at = 0;
      for (let below = 1; below < size; below = 2 * at + 1) {
        const right = below + 1;
        if (
          right < size &&
          (keys[right] < keys[below] ||
            (keys[right] === keys[below] && nodes[right] < nodes[below]))
        )
          below = right;
        if (key < keys[below] || (key === keys[below] && node <= nodes[below])) break;
        keys[at] = keys[below];
        nodes[at] = nodes[below];
        at = below;
      }
      keys[at] = key;
      nodes[at] = node;
      return top;
    },
  };
}
