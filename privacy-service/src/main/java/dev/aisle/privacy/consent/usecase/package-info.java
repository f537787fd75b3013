/**
 * Records, withdraws, reads and applies consents. Each write is one transaction with the message that tells the others.
 */
@NullMarked
package dev.aisle.privacy.consent.usecase;

import org.jspecify.annotations.NullMarked;
