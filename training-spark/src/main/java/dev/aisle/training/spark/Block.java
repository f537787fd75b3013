package dev.aisle.training.spark;

import dev.aisle.algorithms.recommend.Interactions;
import java.io.Serializable;

/**
 * Rows that follow each other of a matrix that lies on several machines.
 *
 * @param first number of the first of them in the whole
 */
record Block(int first, Interactions rows) implements Serializable {}
