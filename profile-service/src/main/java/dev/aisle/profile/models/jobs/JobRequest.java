package dev.aisle.profile.models.jobs;

import org.jspecify.annotations.Nullable;

/**
 * The wish to start a job.
 *
 * @param kind {@code lifetime}, {@code rfm}, {@code coupon}, {@code replenishment}, {@code forecast}
 */
record JobRequest(@Nullable String kind) {}
