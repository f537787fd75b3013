/** The states that the other services are told, and what is taken over from their topic when the database went back. */
@NullMarked
package dev.aisle.privacy.consent.topic;

import org.jspecify.annotations.NullMarked;
