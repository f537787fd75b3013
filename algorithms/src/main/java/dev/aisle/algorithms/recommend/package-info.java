/**
 * Recommenders on implicit feedback: fitted on interactions, and asked with a history, so that a model holds no person. Everything is
 * deterministic: the same interactions, parameters and seed give the same bits on any number of threads.
 */
@NullMarked
package dev.aisle.algorithms.recommend;

import org.jspecify.annotations.NullMarked;
