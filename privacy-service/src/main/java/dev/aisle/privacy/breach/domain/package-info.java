/**
 * What a breach touched. Plain records.
 */
@NullMarked
package dev.aisle.privacy.breach.domain;

import org.jspecify.annotations.NullMarked;
