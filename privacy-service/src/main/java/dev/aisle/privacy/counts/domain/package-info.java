/**
 * What can be asked about how many people. Plain Java; the rules are those of algorithms' disclosure and noise.
 */
@NullMarked
package dev.aisle.privacy.counts.domain;

import org.jspecify.annotations.NullMarked;
