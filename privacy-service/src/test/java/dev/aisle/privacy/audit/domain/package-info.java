/** Entries, commitments, and what tampering looks like. No database. */
@org.jspecify.annotations.NullMarked
package dev.aisle.privacy.audit.domain;
