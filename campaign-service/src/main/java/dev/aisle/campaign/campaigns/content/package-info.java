/** What campaigns' texts can speak of, how they are written, and what a template came to. */
@NullMarked
package dev.aisle.campaign.campaigns.content;

import org.jspecify.annotations.NullMarked;
