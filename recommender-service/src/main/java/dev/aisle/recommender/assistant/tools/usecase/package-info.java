/** What the assistant can look up or ask for, each only for the conversation's own subject. */
@NullMarked
package dev.aisle.recommender.assistant.tools.usecase;

import org.jspecify.annotations.NullMarked;
