/**
 * How a campaign lives: draft, in review, running, paused, ended; its versions and who did what. Plain rules.
 */
@NullMarked
package dev.aisle.campaign.campaigns.domain.life;

import org.jspecify.annotations.NullMarked;
