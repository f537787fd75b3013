/**
 * How many people a campaign would reach, told only where they are enough. Walks everybody in pages.
 */
@NullMarked
package dev.aisle.campaign.reach.usecase;

import org.jspecify.annotations.NullMarked;
