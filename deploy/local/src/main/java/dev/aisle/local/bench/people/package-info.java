/** Whether the chart's heaps bear the people that they are said for. */
@NullMarked
package dev.aisle.local.bench.people;

import org.jspecify.annotations.NullMarked;
