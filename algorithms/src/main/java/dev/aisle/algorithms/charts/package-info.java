/**
 * Small charts as inline SVG: no script, no font, no file of their own, in the colours of the page they stand in, light and dark. Each has a title
 * and a description for whoever can't see it; the numbers belong into a table beside it.
 */
@NullMarked
package dev.aisle.algorithms.charts;

import org.jspecify.annotations.NullMarked;
