@NullMarked
package dev.aisle.campaign.campaigns.contacts;

import org.jspecify.annotations.NullMarked;

