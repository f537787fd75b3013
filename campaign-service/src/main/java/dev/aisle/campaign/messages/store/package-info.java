/**
 * The ledger of messages and who gets none. Every method is one statement or joins the caller's transaction.
 */
@NullMarked
package dev.aisle.campaign.messages.store;

import org.jspecify.annotations.NullMarked;
