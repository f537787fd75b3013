/**
 * The preference centre that a shop embeds: one script of plain JavaScript, made of the files in {@code preferences}. It calls the shop's gateway.
 */
@NullMarked
package dev.aisle.privacy.consent.preferences;

import org.jspecify.annotations.NullMarked;
