/**
 * Works out whose data and which fields a breach touched. Nothing is written but the audit log.
 */
@NullMarked
package dev.aisle.privacy.breach.usecase;

import org.jspecify.annotations.NullMarked;
