package dev.aisle.privacy.audit.tree;

import org.jspecify.annotations.Nullable;

/** An entry with the pseudonym it is about, as long as that can be told. */
public record FoundEntry(StoredLeaf leaf, @Nullable String subject) {}
