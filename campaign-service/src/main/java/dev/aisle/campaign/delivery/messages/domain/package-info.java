/**
 * A message and what can become of it. Plain Java.
 */
@NullMarked
package dev.aisle.campaign.delivery.messages.domain;

import org.jspecify.annotations.NullMarked;
