/**
 * What a shopper sees, in plain words. Pure.
 */
@NullMarked
package dev.aisle.privacy.transparency.domain;

import org.jspecify.annotations.NullMarked;
