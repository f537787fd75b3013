/**
 * Takes the requests of controllers, says how far they are, and tells the controllers when that changes.
 */
@NullMarked
package dev.aisle.privacy.opendsr.usecase;

import org.jspecify.annotations.NullMarked;
