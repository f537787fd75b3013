/** Interactions to train on: published ones, and made ones of any size. */
@NullMarked
package dev.aisle.bench.data;

import org.jspecify.annotations.NullMarked;
