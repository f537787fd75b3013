/**
 * Effects that happen once. The ledger and the outbox live in the service's own database and its transaction.
 */
@NullMarked
package dev.aisle.platform.storage;

import org.jspecify.annotations.NullMarked;
