/**
 * The data map in the words of a privacy officer. Plain records.
 */
@NullMarked
package dev.aisle.privacy.datamap.domain;

import org.jspecify.annotations.NullMarked;
