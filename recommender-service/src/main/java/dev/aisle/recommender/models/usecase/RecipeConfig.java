package dev.aisle.recommender.models.usecase;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the algorithms; a change is judged by the gate like any other candidate. */
@ConfigMapping(prefix = "aisle.training.recipe")
public interface RecipeConfig {
    /** Days in which an interaction loses half of its weight in popularity. */
    @WithDefault("30")
    double halfLifeDays();

    /** Neighbours of a product, of what the same people dealt with. */
    @WithDefault("100")
    int similarNeighbours();

    /** Shrinkage of their likeness. */
    @WithDefault("100")
    float similarShrinkage();

    /** Neighbours of a product in baskets. */
    @WithDefault("50")
    int togetherNeighbours();

    /** Shrinkage of their likeness. */
    @WithDefault("5")
    float togetherShrinkage();

    /** Length of a factor. */
    @WithDefault("32")
    int rank();

    /** Passes over people and products. */
    @WithDefault("10")
    int iterations();

    /** Weight of everything that didn't happen, in multiples of what did. */
    @WithDefault("8")
    float unobserved();

    /** Regularisation of the factors. */
    @WithDefault("0.05")
    float regularisation();

    /** Seed of the factors. */
    @WithDefault("20261125")
    long seed();

    /** Visits: of what people dealt with in one go. */
    Visits visits();

    /** How visits are cut and asked. */
    interface Visits {
        /** Minutes without anything that end a visit. */
        @WithDefault("30")
        int gapMinutes();

        /** Latest visits that a product knows, and candidates of a visit. */
        @WithDefault("1500")
        int latest();

        /** Visits that speak; 0 leaves them out. */
        @WithDefault("300")
        int neighbours();

        /** Last products of a visit that count, 1 to 9. */
        @WithDefault("4")
        int last();
    }
}
