package dev.aisle.bench.neighbours;

import dev.aisle.algorithms.recommend.Interactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Item neighbourhoods as one writes them first: a hash map of hash maps of how often two items meet. */
final class PlainItemKnn {
    private PlainItemKnn() {}

    /** The k most similar items of each, with their cosines. */
    static Map<Integer, List<Map.Entry<Integer, Double>>> fit(Interactions train, int k, double shrinkage) {
        Map<Integer, Map<Integer, Double>> together = new HashMap<>();
        Map<Integer, Double> squares = new HashMap<>();
        for (int user = 0; user < train.userCount(); user++) {
            for (int p = train.start(user); p < train.start(user + 1); p++) {
                Map<Integer, Double> row = together.computeIfAbsent(train.item(p), item -> new HashMap<>());
                squares.merge(train.item(p), (double) train.weight(p) * train.weight(p), Double::sum);
                for (int q = train.start(user); q < train.start(user + 1); q++) {
                    if (p != q) {
                        row.merge(train.item(q), (double) train.weight(p) * train.weight(q), Double::sum);
                    }
                }
            }
        }
        Map<Integer, List<Map.Entry<Integer, Double>>> neighbours = new HashMap<>();
        together.forEach((item, row) -> {
            List<Map.Entry<Integer, Double>> all = new ArrayList<>();
            row.forEach((other, dot) -> {
                double norms = Math.sqrt(squares.getOrDefault(item, 0.0) * squares.getOrDefault(other, 0.0));
                all.add(Map.entry(other, dot / (norms + shrinkage)));
            });
            all.sort(Map.Entry.<Integer, Double>comparingByValue().reversed());
            neighbours.put(item, new ArrayList<>(all.subList(0, Math.min(k, all.size()))));
        });
        return neighbours;
    }
}
