/** What is known of one person: the set of that person's events, and what follows from it at a moment. */
@NullMarked
package dev.aisle.profile.people.domain;

import org.jspecify.annotations.NullMarked;
