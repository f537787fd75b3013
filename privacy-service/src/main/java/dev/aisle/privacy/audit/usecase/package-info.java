/**
 * Appends in the caller's transaction, gives entries their place, signs, proves and verifies. Begin with AuditLog and SequenceEntries.
 */
@NullMarked
package dev.aisle.privacy.audit.usecase;

import org.jspecify.annotations.NullMarked;
