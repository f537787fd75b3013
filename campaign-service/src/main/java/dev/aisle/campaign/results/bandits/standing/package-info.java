@NullMarked
package dev.aisle.campaign.results.bandits.standing;

import org.jspecify.annotations.NullMarked;
