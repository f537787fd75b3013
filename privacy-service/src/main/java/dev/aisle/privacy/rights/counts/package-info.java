/** Counts people exactly above the threshold, or with noise that is paid for. Each is one transaction and an audit entry. */
@NullMarked
package dev.aisle.privacy.rights.counts;

import org.jspecify.annotations.NullMarked;
