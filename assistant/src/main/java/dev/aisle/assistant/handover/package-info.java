/** Handing a conversation over to a person: business hours, the masked transcript and its delivery. */
@NullMarked
package dev.aisle.assistant.handover;

import org.jspecify.annotations.NullMarked;
