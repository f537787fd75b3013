/** The table of conversations on their way to a person. */
@NullMarked
package dev.aisle.recommender.assistant.handover.store;

import org.jspecify.annotations.NullMarked;
