/** The clock that tries again what could not be handed over. */
@NullMarked
package dev.aisle.recommender.assistant.handover.edge;

import org.jspecify.annotations.NullMarked;
