/**
 * Begins an erasure, takes in the receipts and sends again what was not answered. Each is one transaction.
 */
@NullMarked
package dev.aisle.privacy.rights.request.usecase;

import org.jspecify.annotations.NullMarked;
