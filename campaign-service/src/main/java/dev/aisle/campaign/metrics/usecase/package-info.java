/**
 * Metrics, defined once in a file.
 */
@NullMarked
package dev.aisle.campaign.metrics.usecase;

import org.jspecify.annotations.NullMarked;
