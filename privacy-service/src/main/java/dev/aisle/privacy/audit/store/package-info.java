/**
 * Entries, nodes, heads and what opens a subject. Tables only.
 */
@NullMarked
package dev.aisle.privacy.audit.store;

import org.jspecify.annotations.NullMarked;
