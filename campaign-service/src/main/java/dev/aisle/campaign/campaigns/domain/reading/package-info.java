/**
 * Reads definitions from JSON. All that is wrong is found at once, each with its place and its fix.
 */
@NullMarked
package dev.aisle.campaign.campaigns.domain.reading;

import org.jspecify.annotations.NullMarked;
