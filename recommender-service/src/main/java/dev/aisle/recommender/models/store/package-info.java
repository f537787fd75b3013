/**
 * Model files, the model in use and the record of trainings. A file is written once and never changed.
 */
@NullMarked
package dev.aisle.recommender.models.store;

import org.jspecify.annotations.NullMarked;
