/**
 * Flags evaluated in memory; what an evaluation leaves behind is written in batches.
 */
@NullMarked
package dev.aisle.campaign.experiments.flags.usecase;

import org.jspecify.annotations.NullMarked;
