/**
 * Audience exports over HTTP.
 */
@NullMarked
package dev.aisle.campaign.audiences.edge;

import org.jspecify.annotations.NullMarked;
