/** What a profile says of a person at a moment: pure functions of the events, of fitted parameters and of the moment. */
@NullMarked
package dev.aisle.profile.people.values.domain;

import org.jspecify.annotations.NullMarked;
