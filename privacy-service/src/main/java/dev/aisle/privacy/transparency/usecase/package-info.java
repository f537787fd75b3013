/**
 * Gathers what a shopper may see. Nothing is kept.
 */
@NullMarked
package dev.aisle.privacy.transparency.usecase;

import org.jspecify.annotations.NullMarked;
