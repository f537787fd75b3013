/**
 * Queues, sends, settles and suppresses messages. A message is handed over once, or held where that can't be known.
 */
@NullMarked
package dev.aisle.campaign.messages.usecase;

import org.jspecify.annotations.NullMarked;
