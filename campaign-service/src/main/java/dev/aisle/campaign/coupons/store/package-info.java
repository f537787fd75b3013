/**
 * Coupons, codes and uses in the database. Each method works in the transaction of the connection that it is given.
 */
@NullMarked
package dev.aisle.campaign.coupons.store;

import org.jspecify.annotations.NullMarked;
