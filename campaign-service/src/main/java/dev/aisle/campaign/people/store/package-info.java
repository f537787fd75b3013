/**
 * What this service knows of a person: purchases, recent items, segments. The person's row is the lock under which all of it changes.
 */
@NullMarked
package dev.aisle.campaign.people.store;

import org.jspecify.annotations.NullMarked;
