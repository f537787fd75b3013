/** What is done with people's events: kept, joined, read. Each use case owns its transaction. */
@NullMarked
package dev.aisle.profile.people.usecase;

import org.jspecify.annotations.NullMarked;
