/**
 * Flags evaluated in memory; what an evaluation leaves behind is written in batches.
 */
@NullMarked
package dev.aisle.campaign.flags.usecase;

import org.jspecify.annotations.NullMarked;
