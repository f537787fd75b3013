/**
 * Consents over HTTP. Parses, delegates and answers.
 */
@NullMarked
package dev.aisle.privacy.consent.edge;

import org.jspecify.annotations.NullMarked;
