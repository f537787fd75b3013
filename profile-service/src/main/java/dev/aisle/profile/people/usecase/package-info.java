/** What is done with people's events: kept, joined, read. */
@NullMarked
package dev.aisle.profile.people.usecase;

import org.jspecify.annotations.NullMarked;
