/** Hands conversations over by a signed call, until it is taken. */
@NullMarked
package dev.aisle.recommender.assistant.handover.usecase;

import org.jspecify.annotations.NullMarked;
