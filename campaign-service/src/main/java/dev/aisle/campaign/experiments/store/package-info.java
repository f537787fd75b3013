/**
 * Experiments, their phases and exposures in the database. A phase is never written again, but for its coverage.
 */
@NullMarked
package dev.aisle.campaign.experiments.store;

import org.jspecify.annotations.NullMarked;
