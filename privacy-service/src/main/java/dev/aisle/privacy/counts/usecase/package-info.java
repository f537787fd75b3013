/**
 * Counts people exactly above the threshold, or with noise that is paid for. Each is one transaction and an audit entry.
 */
@NullMarked
package dev.aisle.privacy.counts.usecase;

import org.jspecify.annotations.NullMarked;
