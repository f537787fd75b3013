/**
 * The recommender, asked over gRPC. An answer that doesn't come is an outcome and not an exception.
 */
@NullMarked
package dev.aisle.campaign.recommendations;

import org.jspecify.annotations.NullMarked;
