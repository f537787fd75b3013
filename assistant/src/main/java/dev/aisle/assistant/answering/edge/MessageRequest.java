package dev.aisle.assistant.answering.edge;

import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/conversations/{id}/messages}: what the shopper writes. */
record MessageRequest(@Nullable String text) {}
