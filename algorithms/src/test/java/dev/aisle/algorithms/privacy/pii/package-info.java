/** Published vectors, own cases and clean product texts: what is found, what is missed, and what is wrongly taken. */
@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.privacy.pii;
