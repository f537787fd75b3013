/**
 * Tests of sending. The sender is killed where a message could be lost or doubled.
 */
@NullMarked
package dev.aisle.campaign.messages.usecase;

import org.jspecify.annotations.NullMarked;
