/**
 * The tables of the service.
 */
@NullMarked
package dev.aisle.profile.store;

import org.jspecify.annotations.NullMarked;
