/**
 * Tells privacy-service what people do in the other services, for its audit log. Begin with AuditTrail.
 */
@NullMarked
package dev.aisle.platform.audit;

import org.jspecify.annotations.NullMarked;
