/** What a shopper's text says: its language, intent, entities and tone. */
@NullMarked
package dev.aisle.recommender.assistant.understanding.domain;

import org.jspecify.annotations.NullMarked;
