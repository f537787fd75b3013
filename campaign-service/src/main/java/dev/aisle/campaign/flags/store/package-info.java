/**
 * Flags and the keys of clients in the database.
 */
@NullMarked
package dev.aisle.campaign.flags.store;

import org.jspecify.annotations.NullMarked;
