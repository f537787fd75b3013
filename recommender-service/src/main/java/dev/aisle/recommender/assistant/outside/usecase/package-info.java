/** Lets an outside language model write an answer from passages, when a shop has one. */
@NullMarked
package dev.aisle.recommender.assistant.outside.usecase;

import org.jspecify.annotations.NullMarked;
