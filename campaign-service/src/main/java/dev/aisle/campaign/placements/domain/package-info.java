/**
 * How a decision is made: consent, eligibility, comparison group, variation, items. Every decision carries its reason.
 */
@NullMarked
package dev.aisle.campaign.placements.domain;

import org.jspecify.annotations.NullMarked;
