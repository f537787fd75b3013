/** What is kept of conversations to learn from them, and whom an experiment gives what. */
@NullMarked
package dev.aisle.recommender.assistant.learning.store;

import org.jspecify.annotations.NullMarked;
