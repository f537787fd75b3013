/**
 * A message and what can become of it. Plain Java.
 */
@NullMarked
package dev.aisle.campaign.messages.domain;

import org.jspecify.annotations.NullMarked;
