package dev.aisle.algorithms.sequence;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.StorableModel;
import dev.aisle.algorithms.recommend.StoredLists;
import java.util.Arrays;

/** What follows from an item: the last one of the session that is known speaks alone. */
public final class RuleModel implements StorableModel {
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

    /** The model in a file: of sequential or of association rules. */
    public static RuleModel read(Artefact from) {
        StoredLists lists = StoredLists.read("targets", -1, from.of("sr", "ar"));
        float[] strengths = from.floats("strengths");
        if (strengths.length != lists.items().length) {
            throw from.contradiction("a strength a rule", strengths.length);
        }
        return new RuleModel(lists.offsets(), lists.items(), strengths);
    }

    @Override
    public void store(ArtefactWriter into) {
        new StoredLists(offsets, targets).store("targets", into);
        into.floats("strengths", strengths);
    }

    @Override
    public int itemCount() {
        return offsets.length - 1;
    }

    @Override
    public void score(History history, float[] into) {
        Arrays.fill(into, 0f);
        History known = history.known(itemCount());
        if (known.size() > 0) {
            int last = known.item(known.size() - 1);
            for (int p = offsets[last]; p < offsets[last + 1]; p++) {
                into[targets[p]] = strengths[p];
            }
        }
    }
}
