/**
 * People grant and withdraw while everything about them is used and services die: no use begins after an acknowledged withdrawal.
 * It knows the services by their APIs, and looks into their tables only to see what they used in silence.
 */
@NullMarked
package dev.aisle.local.race;

import org.jspecify.annotations.NullMarked;
