/** Tests of what the benchmarks rest on. */
@org.jspecify.annotations.NullMarked
package dev.aisle.bench;
