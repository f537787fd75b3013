/**
 * Learns whom campaigns move from those whom chance assigned, watches it, and fills the places where a measured effect is asked for.
 */
@NullMarked
package dev.aisle.campaign.uplift.usecase;

import org.jspecify.annotations.NullMarked;
