/**
 * The inner loops of training in float32: on the Vector API where the JVM has it, else in plain Java. Every kernel adds up in an order that
 * is fixed by the lengths and the number of lanes, so the same machine gives the same bits, whatever the threads and whatever is compiled.
 */
@NullMarked
package dev.aisle.algorithms.kernels;

import org.jspecify.annotations.NullMarked;
