package dev.aisle.recommender.feedback.domain;

import java.util.HashMap;
import java.util.Map;

/** Mean over lists of the share of pairs of items that are of different kinds. Lists with fewer than two items count nothing. */
public final class ListDiversity {
    private final Map<Object, Integer> kinds = new HashMap<>();
    private String current = "";
    private int size;
    private double sum;
    private long lists;

    /** Takes an item of a list; the items of a list come one after the other. */
    public void add(String list, Object kind) {
        if (!list.equals(current)) {
            end();
            current = list;
        }
        kinds.merge(kind, 1, Integer::sum);
        size++;
    }

    private void end() {
        if (size > 1) {
            double alike = 0;
            for (int count : kinds.values()) {
                alike += count * (count - 1.0);
            }
            sum += 1 - alike / (size * (size - 1.0));
            lists++;
        }
        kinds.clear();
        size = 0;
    }

    /** The mean; 0 without lists. */
    public double mean() {
        end();
        return lists == 0 ? 0 : sum / lists;
    }
}
