/**
 * A person as far as campaigns need to know. Pseudonyms only.
 */
@NullMarked
package dev.aisle.campaign.people.domain;

import org.jspecify.annotations.NullMarked;
