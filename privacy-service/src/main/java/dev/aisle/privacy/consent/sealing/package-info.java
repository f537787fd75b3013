/**
 * Makes, keeps, carries over and removes the keys under which the payloads of people's events are sealed in the log, ADR 25. The consent states
 * carry them to the services.
 */
@NullMarked
package dev.aisle.privacy.consent.sealing;

import org.jspecify.annotations.NullMarked;
