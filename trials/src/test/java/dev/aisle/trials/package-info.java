/** Promises while processes are killed and secrets, consents or people go: short forms of {@code ./aisle chaos}, {@code erasures} and {@code erasure-proof}. */
package dev.aisle.trials;
