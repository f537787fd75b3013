/** Of which versions of campaigns numbers were told. */
@NullMarked
package dev.aisle.campaign.reach.store;

import org.jspecify.annotations.NullMarked;
