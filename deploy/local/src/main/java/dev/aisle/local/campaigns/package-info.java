/**
 * {@code ./aisle campaigns}: definitions from files into campaign-service, with the difference shown first, and the steps of a campaign's life.
 * The service reads, checks and compares; here is only what a person at the terminal types and sees.
 */
@NullMarked
package dev.aisle.local.campaigns;

import org.jspecify.annotations.NullMarked;
