/**
 * A seeded shop that doesn't exist: products, shoppers with latent tastes, sessions, seasons, coupons.
 * The same seed gives the same stream, and what drove it can be read, so that a test knows the truth.
 */
@NullMarked
package dev.aisle.simulator;

import org.jspecify.annotations.NullMarked;
