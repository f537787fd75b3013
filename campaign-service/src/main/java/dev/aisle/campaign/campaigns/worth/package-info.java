@NullMarked
package dev.aisle.campaign.campaigns.worth;

import org.jspecify.annotations.NullMarked;

