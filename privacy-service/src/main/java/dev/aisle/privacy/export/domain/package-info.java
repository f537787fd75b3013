/**
 * How an archive looks: JSON, CSV, a manifest and its signature. Plain Java.
 */
@NullMarked
package dev.aisle.privacy.export.domain;

import org.jspecify.annotations.NullMarked;
