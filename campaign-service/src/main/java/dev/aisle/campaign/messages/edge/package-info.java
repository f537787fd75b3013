/**
 * The routes of operators, of mail relays and of people who unsubscribe, and the threads that send.
 */
@NullMarked
package dev.aisle.campaign.messages.edge;

import org.jspecify.annotations.NullMarked;
