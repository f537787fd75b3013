/**
 * Requests by the controller's id, what each consists of, and the callbacks that are due. Tables only.
 */
@NullMarked
package dev.aisle.privacy.opendsr.store;

import org.jspecify.annotations.NullMarked;
