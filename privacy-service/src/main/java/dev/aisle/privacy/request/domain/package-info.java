/**
 * Requests of data subjects, and when one is complete. Plain Java.
 */
@NullMarked
package dev.aisle.privacy.request.domain;

import org.jspecify.annotations.NullMarked;
