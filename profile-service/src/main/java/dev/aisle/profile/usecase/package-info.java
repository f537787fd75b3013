/**
 * What the service does, one verb a class. Each owns its transaction.
 */
@NullMarked
package dev.aisle.profile.usecase;

import org.jspecify.annotations.NullMarked;
