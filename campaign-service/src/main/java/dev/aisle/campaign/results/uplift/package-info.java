/** Trains, watches and tells whom campaigns move, and hands effects to those who decide. */
@NullMarked
package dev.aisle.campaign.results.uplift;

import org.jspecify.annotations.NullMarked;
