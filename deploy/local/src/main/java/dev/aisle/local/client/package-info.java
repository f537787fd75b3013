/**
 * A thin HTTP client of the public APIs: tokens, patience with 429 and 503, and each call as a line to copy.
 * It knows no more of the services than any customer's code would.
 */
@NullMarked
package dev.aisle.local.client;

import org.jspecify.annotations.NullMarked;
