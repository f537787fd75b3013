/** Texts of campaigns: their values, their templates, and the rendered result. */
@NullMarked
package dev.aisle.campaign.campaigns.content;

import org.jspecify.annotations.NullMarked;
