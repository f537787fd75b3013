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
}
