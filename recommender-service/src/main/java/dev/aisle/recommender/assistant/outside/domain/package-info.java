/** What is told to an outside language model, and what it answers. */
@NullMarked
package dev.aisle.recommender.assistant.outside.domain;

import org.jspecify.annotations.NullMarked;
