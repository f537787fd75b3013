/** What campaigns are worth: the priors of the settings, and who knows better. */
@NullMarked
package dev.aisle.campaign.campaigns.worth;

import org.jspecify.annotations.NullMarked;
