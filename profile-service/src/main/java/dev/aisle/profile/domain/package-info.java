/**
 * What a profile is and how an event changes it. Plain Java.
 */
@NullMarked
package dev.aisle.profile.domain;

import org.jspecify.annotations.NullMarked;
