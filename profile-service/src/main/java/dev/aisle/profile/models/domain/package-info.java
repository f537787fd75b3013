/** What is learnt from all people at once: parameters with a version, and the tallies that they are fitted to. */
@NullMarked
package dev.aisle.profile.models.domain;

import org.jspecify.annotations.NullMarked;
