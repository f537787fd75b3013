/** The worth of campaigns: the priors of the settings, and the measurements that replace them. */
@NullMarked
package dev.aisle.campaign.campaigns.worth;

import org.jspecify.annotations.NullMarked;
