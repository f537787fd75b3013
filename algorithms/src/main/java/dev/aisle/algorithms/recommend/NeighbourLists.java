package dev.aisle.algorithms.recommend;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Neighbour lists of some items next to each other: a part of {@link ItemKnn}'s model, made where everybody's whole row lies who has one of these items.
 * Joined, the parts are the model of {@link ItemKnn#fit}, bit for bit.
 *
 * @param offsets where the list of each of these items begins; length their number + 1
 * @param neighbours by number, ascending within a list
 * @param similarities one for each neighbour
 */
@SuppressWarnings("ArrayRecordComponent") // travels between machines
public record NeighbourLists(int[] offsets, int[] neighbours, float[] similarities) implements Serializable {
    /**
     * Finds the lists of the items {@code first … first + count − 1}.
     *
     * @param rows of everybody who has one of them, whole, in the order of all people; columns are all items
     * @param norms of all items, {@code ‖w_i‖} over all people
     * @throws IllegalArgumentException when the parameters weigh interactions by what is elsewhere
     */
    public static NeighbourLists of(Interactions rows, int first, int count, double[] norms, ItemKnn parameters) {
        if (parameters.weighting() != Weighting.NONE) {
            throw new IllegalArgumentException("itemknn: parts know no weights of the whole, expected weighting none");
        }
        Interactions lists = new Neighbourhoods(rows, parameters, norms, first, count).find(Progress.NONE);
        return new NeighbourLists(lists.offsets(), lists.indexes(), lists.weights());
    }

    /** The model of parts that follow each other and have all items. */
    public static ItemKnn.Model join(List<NeighbourLists> parts, ItemKnn parameters) {
        int items = parts.stream().mapToInt(part -> part.offsets.length - 1).sum();
        int size = parts.stream().mapToInt(part -> part.neighbours.length).reduce(0, Math::addExact);
        int[] offsets = new int[items + 1];
        int[] neighbours = new int[size];
        float[] similarities = new float[size];
        int item = 0;
        int at = 0;
        for (NeighbourLists part : parts) {
            System.arraycopy(part.neighbours, 0, neighbours, at, part.neighbours.length);
            System.arraycopy(part.similarities, 0, similarities, at, part.similarities.length);
            for (int end : Arrays.copyOfRange(part.offsets, 1, part.offsets.length)) {
                offsets[++item] = at + end;
            }
            at += part.neighbours.length;
        }
        return ItemKnn.Model.of(new Interactions(items, offsets, neighbours, similarities), parameters);
    }
}
