package dev.aisle.recommender.models.ranking;

import dev.aisle.algorithms.ranking.PositionBias;
import dev.aisle.recommender.models.ranking.FitTrees.Growth;
import java.time.Instant;

/** A Java of its own that fits trees, and prints why it can't. */
final class FitTreesAlone {
    private FitTreesAlone() {}

    public static void main(String[] args) {
        try {
            new FitTrees(Growth.USUAL).fit(new SimulatedShoppers(1, 1).clicked(50, Instant.EPOCH), PositionBias.none());
            System.out.println("fitted");
        } catch (UnfittableTreesException e) {
            System.out.println(e.getMessage());
        }
    }
}
