@NullMarked
package dev.aisle.recommender.assistant.conversations.domain;

import org.jspecify.annotations.NullMarked;
