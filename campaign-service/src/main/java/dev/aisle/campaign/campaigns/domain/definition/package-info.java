/**
 * A campaign as a marketer defines it: what decides, and what it is for, sends and may cost. Plain records; the JSON that they were read from stays the truth.
 */
@NullMarked
package dev.aisle.campaign.campaigns.domain.definition;

import org.jspecify.annotations.NullMarked;
