/** What enforcement points decide from a consent state, and by which table. */
@org.jspecify.annotations.NullMarked
package dev.aisle.platform.consent;
