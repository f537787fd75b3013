/**
 * Advertisers, ads and clicks in the database. Each method works in the transaction of the connection that it is given.
 */
@NullMarked
package dev.aisle.campaign.ads.store;

import org.jspecify.annotations.NullMarked;
