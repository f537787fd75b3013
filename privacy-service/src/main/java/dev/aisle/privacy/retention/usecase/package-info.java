/**
 * Asks the services how long they keep rows of persons, and when they last removed old ones.
 */
@NullMarked
package dev.aisle.privacy.retention.usecase;

import org.jspecify.annotations.NullMarked;
