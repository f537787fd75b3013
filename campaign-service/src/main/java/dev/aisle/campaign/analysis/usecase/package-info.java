/**
 * Analyses experiments, plans them, and keeps what was seen each day.
 */
@NullMarked
package dev.aisle.campaign.analysis.usecase;

import org.jspecify.annotations.NullMarked;
