/**
 * What was known of people and what they did, models and measured effects.
 */
@NullMarked
package dev.aisle.campaign.uplift.store;

import org.jspecify.annotations.NullMarked;
