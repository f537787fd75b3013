/**
 * What stays of a person after a withdrawal, why, and until when.
 */
@NullMarked
package dev.aisle.privacy.retention.domain;

import org.jspecify.annotations.NullMarked;
