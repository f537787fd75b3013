/**
 * Compares, for some of the people and the last hours, what the door acknowledged with what came out of refine, and that with what a service's database
 * holds. It runs as a job beside the services, needs nothing of them, and only reads.
 */
@NullMarked
package dev.aisle.platform.reconcile;

import org.jspecify.annotations.NullMarked;
