package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.evaluate.JudgedList;

/**
 * The list that a person of the hold-out would have got, beside what the person took up.
 *
 * @param person the number in the training set
 * @param list products by their numbers there
 */
public record HeldOutList(int person, JudgedList list) {}
