/**
 * What triggers remember: first times, how somebody is spoken to, prices and stock, and walks over many people that are under way.
 */
@NullMarked
package dev.aisle.campaign.triggers.store;

import org.jspecify.annotations.NullMarked;
