/** The tables of people: their events by month, their versions, the browsers they use. */
@NullMarked
package dev.aisle.profile.people.store;

import org.jspecify.annotations.NullMarked;
