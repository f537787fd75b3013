/**
 * The append-only history of consents. The current state is its last row.
 */
@NullMarked
package dev.aisle.privacy.consent.store;

import org.jspecify.annotations.NullMarked;
