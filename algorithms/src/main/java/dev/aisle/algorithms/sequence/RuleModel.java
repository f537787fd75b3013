package dev.aisle.algorithms.sequence;

import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Model;
import java.util.Arrays;

/** What follows from an item: the last one of the session speaks alone. */
public final class RuleModel implements Model {
    private final int[] offsets;
    private final int[] targets;
    private final float[] strengths;

    /**
     * A model of its arrays, which are not copied.
     *
     * @param offsets item j's rules are at {@code offsets[j] … offsets[j + 1] − 1}; length items + 1
     * @param targets what follows, the strongest first
     * @param strengths one for each target
     */
    public RuleModel(int[] offsets, int[] targets, float[] strengths) {
        if (targets.length != strengths.length || offsets[offsets.length - 1] != targets.length) {
            throw new IllegalArgumentException("the arrays of the rules don't fit each other");
        }
        this.offsets = offsets;
        this.targets = targets;
        this.strengths = strengths;
    }

    @Override
    public int itemCount() {
        return offsets.length - 1;
    }

    @Override
    public void score(History history, float[] into) {
        Arrays.fill(into, 0f);
        int last = history.size() == 0 ? itemCount() : history.item(history.size() - 1);
        if (last < itemCount()) {
            for (int p = offsets[last]; p < offsets[last + 1]; p++) {
                into[targets[p]] = strengths[p];
            }
        }
    }
}
