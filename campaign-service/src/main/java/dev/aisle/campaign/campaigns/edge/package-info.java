/**
 * Campaigns over HTTP and from the files that ship with the service. Both speak the same document.
 */
@NullMarked
package dev.aisle.campaign.campaigns.edge;

import org.jspecify.annotations.NullMarked;
