@org.jspecify.annotations.NullMarked
package dev.aisle.training.spark;
