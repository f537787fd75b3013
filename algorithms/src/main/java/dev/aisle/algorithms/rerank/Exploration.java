package dev.aisle.algorithms.rerank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A list in which each place is, with some chance, given to one of a pool, all of them equally likely, instead of to the next of the order. So what
 * nobody has seen yet is shown to some, and how likely that was is known exactly.
 *
 * @param share chance ε of a place to explore, 0 to 1
 */
public record Exploration(double share) {
    /** Checks the parameter. */
    public Exploration {
        Orders.checkShare("exploration", share);
    }

    /**
     * A place of the list.
     *
     * @param explored whether chance gave it to the pool
     * @param propensity the chance that this candidate came to this place, given those above it:
     *     {@code (1 − ε)·[it is the next of the order] + ε·[it is in the pool] / |pool that is left|}; 1 when no pool is left
     */
    public record Slot(int candidate, boolean explored, double propensity) {}

    /**
     * Draws a list.
     *
     * @param order candidates, the best first, each once
     * @param pool candidates to explore, each once; may overlap with the order
     * @return shorter than {@code count} when there are too few candidates
     */
    public List<Slot> draw(int[] order, int[] pool, int count, RandomGenerator random) {
        List<Slot> slots = new ArrayList<>();
        Set<Integer> shown = new HashSet<>();
        List<Integer> left = new ArrayList<>();
        for (int candidate : pool) {
            left.add(candidate);
        }
        int next = 0;
        while (slots.size() < count) {
            while (next < order.length && shown.contains(order[next])) {
                next++;
            }
            boolean ordered = next < order.length;
            if (!ordered && left.isEmpty()) {
                break;
            }
            boolean explore = !left.isEmpty() && (!ordered || random.nextDouble() < share);
            int candidate = explore ? left.get(random.nextInt(left.size())) : order[next];
            slots.add(new Slot(candidate, explore, propensity(candidate, ordered ? order[next] : Cap.NONE, left)));
            shown.add(candidate);
            left.remove(Integer.valueOf(candidate));
        }
        return slots;
    }

    private double propensity(int candidate, int next, List<Integer> left) {
        if (left.isEmpty()) {
            return 1;
        }
        double chance = next == Cap.NONE ? 1 : share;
        double byChance = left.contains(candidate) ? chance / left.size() : 0;
        return byChance + (candidate == next ? 1 - chance : 0);
    }
}
