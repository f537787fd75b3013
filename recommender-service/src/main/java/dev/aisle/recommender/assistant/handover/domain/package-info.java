/** Handing a conversation over to a person: business hours and the masked transcript. */
@NullMarked
package dev.aisle.recommender.assistant.handover.domain;

import org.jspecify.annotations.NullMarked;
