package dev.aisle.algorithms.rerank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The given order with the least change that keeps floors and caps. Each place goes to the first candidate that no cap refuses and that is a
 * member of every floor that would fall short there; when there is none, to the first that no cap refuses; when there is none either, to the
 * first that is left: neither a floor nor a cap makes a list short.
 *
 * @see <a href="https://doi.org/10.1145/3292500.3330691">Geyik, Ambler, Kenthapadi 2019, DetGreedy, for floors of every beginning</a>
 */
public final class ConstrainedOrder {
    private final List<Cap> caps;
    private final List<Floor> floors;

    /** An order under these. */
    public ConstrainedOrder(List<Cap> caps, List<Floor> floors) {
        this.caps = List.copyOf(caps);
        this.floors = List.copyOf(floors);
    }

    /** The first {@code count} places by the rule, then all others as they came. */
    public int[] order(int candidates, int count) {
        if (caps.isEmpty() && floors.isEmpty()) {
            return Orders.plain(candidates);
        }
        State state = new State(candidates);
        int[] chosen = new int[Math.min(count, candidates)];
        for (int place = 0; place < chosen.length; place++) {
            chosen[place] = state.take(place + 1);
        }
        return Orders.completed(chosen, chosen.length, candidates);
    }

    /** What a growing list holds. */
    private final class State {
        private final boolean[] taken;
        private final List<Map<Integer, Integer>> counts = new ArrayList<>();
        private final int[] members = new int[floors.size()];

        State(int candidates) {
            this.taken = new boolean[candidates];
            caps.forEach(cap -> counts.add(new HashMap<>()));
        }

        int take(int places) {
            int first = -1;
            int admitted = -1;
            int wanted = -1;
            for (int candidate = 0; candidate < taken.length && wanted < 0; candidate++) {
                if (!taken[candidate]) {
                    first = first < 0 ? candidate : first;
                    if (admits(candidate)) {
                        admitted = admitted < 0 ? candidate : admitted;
                        wanted = helps(candidate, places) ? candidate : -1;
                    }
                }
            }
            int best = wanted >= 0 ? wanted : admitted >= 0 ? admitted : first;
            count(best);
            return best;
        }

        private boolean admits(int candidate) {
            for (int cap = 0; cap < caps.size(); cap++) {
                int group = caps.get(cap).groups()[candidate];
                if (group != Cap.NONE
                        && counts.get(cap).getOrDefault(group, 0)
                                >= caps.get(cap).most()) {
                    return false;
                }
            }
            return true;
        }

        private boolean helps(int candidate, int places) {
            for (int floor = 0; floor < members.length; floor++) {
                Floor own = floors.get(floor);
                if (members[floor] < own.due(places) && !own.members().get(candidate)) {
                    return false;
                }
            }
            return true;
        }

        private void count(int candidate) {
            taken[candidate] = true;
            for (int cap = 0; cap < caps.size(); cap++) {
                counts.get(cap).merge(caps.get(cap).groups()[candidate], 1, Integer::sum);
            }
            for (int floor = 0; floor < members.length; floor++) {
                members[floor] += floors.get(floor).members().get(candidate) ? 1 : 0;
            }
        }
    }
}
