@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.forecast.series;
