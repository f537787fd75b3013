/**
 * Decides what a placement shows and records it together with its exposure. The recommender is asked outside of any transaction.
 */
@NullMarked
package dev.aisle.campaign.placements.usecase;

import org.jspecify.annotations.NullMarked;
