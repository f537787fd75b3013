/**
 * The training of recommender-service as a Spark job over the event archive. What a person did stays on the machine that reads it; the driver
 * numbers, shares out factors and writes the same model file.
 */
@NullMarked
package dev.aisle.training.spark;

import org.jspecify.annotations.NullMarked;
