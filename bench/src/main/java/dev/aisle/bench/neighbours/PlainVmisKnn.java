package dev.aisle.bench.neighbours;

import dev.aisle.algorithms.sequence.Sessions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The index of VMIS-kNN as one writes it first: hash maps from items to their latest sessions, and from sessions to their items.
 *
 * @param sessionsOfItem at most m each, the latest first
 * @param itemsOfSession distinct
 * @param rarity logarithm of how rare an item is
 */
record PlainVmisKnn(
        Map<Integer, List<Integer>> sessionsOfItem,
        Map<Integer, Set<Integer>> itemsOfSession,
        Map<Integer, Double> rarity) {
    static PlainVmisKnn fit(Sessions train, int m) {
        Map<Integer, List<Integer>> sessionsOfItem = new HashMap<>();
        Map<Integer, Set<Integer>> itemsOfSession = new HashMap<>();
        for (int session = 0; session < train.size(); session++) {
            Set<Integer> items = new HashSet<>();
            for (int step = train.start(session); step < train.start(session + 1); step++) {
                items.add(train.item(step));
            }
            itemsOfSession.put(session, items);
            for (int item : items) {
                sessionsOfItem.computeIfAbsent(item, any -> new ArrayList<>()).add(session);
            }
        }
        Map<Integer, Double> rarity = new HashMap<>();
        sessionsOfItem.forEach((item, sessions) -> {
            rarity.put(item, Math.log((double) train.size() / sessions.size()));
            sessions.sort((a, b) -> Long.compare(train.end(b), train.end(a)));
        });
        sessionsOfItem.replaceAll(
                (item, sessions) -> new ArrayList<>(sessions.subList(0, Math.min(m, sessions.size()))));
        return new PlainVmisKnn(sessionsOfItem, itemsOfSession, rarity);
    }
}
