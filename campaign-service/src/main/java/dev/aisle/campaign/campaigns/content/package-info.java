/**
 * What campaigns' texts can speak of, and what a template came to. Plain records.
 */
@NullMarked
package dev.aisle.campaign.campaigns.content;

import org.jspecify.annotations.NullMarked;

