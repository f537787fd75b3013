/**
 * Requests over HTTP, receipts over Kafka, and the clock that sends again. Parses, delegates and answers.
 */
@NullMarked
package dev.aisle.privacy.rights.request.edge;

import org.jspecify.annotations.NullMarked;
