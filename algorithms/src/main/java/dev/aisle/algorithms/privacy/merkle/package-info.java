/**
 * Merkle trees as of RFC 6962 and RFC 9162, their proofs, a chain of hashes over canonical JSON, and signatures of tree heads. What a
 * log computes and what a third party checks are the same classes.
 */
@NullMarked
package dev.aisle.algorithms.privacy.merkle;

import org.jspecify.annotations.NullMarked;
