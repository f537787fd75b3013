/**
 * The functions of {@code ./aisle compute}: JSON in, JSON out, one class each. A bad input is an error that names its field.
 */
@NullMarked
package dev.aisle.compute.functions;

import org.jspecify.annotations.NullMarked;
