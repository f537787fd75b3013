/** Contacts with people and what they did after them, kept as they happen. */
@NullMarked
package dev.aisle.campaign.results.responses;

import org.jspecify.annotations.NullMarked;
