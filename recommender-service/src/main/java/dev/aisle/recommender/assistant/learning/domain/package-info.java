/** What is learned from conversations: which questions nothing answers, and how content people are. */
@NullMarked
package dev.aisle.recommender.assistant.learning.domain;

import org.jspecify.annotations.NullMarked;
