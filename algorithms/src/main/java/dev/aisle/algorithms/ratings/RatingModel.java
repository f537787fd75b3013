package dev.aisle.algorithms.ratings;

import java.util.OptionalDouble;

/** Predicts ratings of the people and items that it was fitted on. Immutable and safe for many threads. */
public interface RatingModel {
    /** What the user would rate the item; empty when too little is known. */
    OptionalDouble predict(int user, int item);
}
