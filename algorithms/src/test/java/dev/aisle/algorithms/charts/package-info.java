/** Charts are XML, stay within their frame and say what they show. */
@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.charts;
