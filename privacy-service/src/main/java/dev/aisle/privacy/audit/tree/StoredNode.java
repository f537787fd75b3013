package dev.aisle.privacy.audit.tree;

import dev.aisle.algorithms.privacy.merkle.TreeHash;

/** A stored hash of the tree, named by the leaf that completed it and its level. */
public record StoredNode(long completedBy, int level, TreeHash hash) {}
