/**
 * What a service knows of one person, in the form that the person gets it: each field with its value, purpose, source and retention.
 */
@NullMarked
package dev.aisle.platform.export;

import org.jspecify.annotations.NullMarked;
