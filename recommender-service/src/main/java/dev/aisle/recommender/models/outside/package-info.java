/**
 * What trainings outside of this service have in common: who may be learned from, which events count, where the model goes. Plain Java, without a database or Spark.
 */
@NullMarked
package dev.aisle.recommender.models.outside;

import org.jspecify.annotations.NullMarked;
