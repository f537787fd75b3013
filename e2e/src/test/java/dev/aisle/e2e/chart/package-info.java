/** The chart's pods with their own configuration, as processes of this machine: what a cluster would run, without one. */
@NullMarked
package dev.aisle.e2e.chart;

import org.jspecify.annotations.NullMarked;
