@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.privacy.guard;
