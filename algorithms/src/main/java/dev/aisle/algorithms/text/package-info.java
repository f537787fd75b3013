/**
 * What people write, in any language: its words, what it is about, and in which tone.
 */
@NullMarked
package dev.aisle.algorithms.text;

import org.jspecify.annotations.NullMarked;
