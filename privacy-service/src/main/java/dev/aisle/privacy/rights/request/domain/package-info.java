/**
 * Requests of data subjects, and when one is complete. Plain Java.
 */
@NullMarked
package dev.aisle.privacy.rights.request.domain;

import org.jspecify.annotations.NullMarked;
