@NullMarked
package dev.aisle.recommender.assistant.conversations.edge;

import org.jspecify.annotations.NullMarked;
