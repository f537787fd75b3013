/**
 * Who is in which audience, and which exports there were.
 */
@NullMarked
package dev.aisle.campaign.audiences.store;

import org.jspecify.annotations.NullMarked;
