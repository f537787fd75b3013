/**
 * Entries of the audit log, each in the transaction of what it tells, also those of other services. Begin with {@link
 * dev.aisle.privacy.audit.log.AuditLog}.
 */
@NullMarked
package dev.aisle.privacy.audit.log;

import org.jspecify.annotations.NullMarked;
