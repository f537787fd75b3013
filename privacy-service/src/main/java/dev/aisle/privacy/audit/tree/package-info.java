/**
 * Gives entries their place in a tree, signs its heads and proves what stands in it. Begin with {@link
 * dev.aisle.privacy.audit.tree.SequenceEntries}.
 */
@NullMarked
package dev.aisle.privacy.audit.tree;

import org.jspecify.annotations.NullMarked;
