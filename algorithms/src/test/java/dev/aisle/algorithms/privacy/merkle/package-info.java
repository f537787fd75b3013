/** Published vectors of RFC 6962 trees, laws of proofs, and chains that were tampered with. */
@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.privacy.merkle;
