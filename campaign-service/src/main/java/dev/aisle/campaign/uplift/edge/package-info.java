/**
 * Models over HTTP, and when they are learned anew.
 */
@NullMarked
package dev.aisle.campaign.uplift.edge;

import org.jspecify.annotations.NullMarked;
