/**
 * How long rows of persons stay. The contract says it for each table, a job keeps to it, and everybody can see when it last did.
 */
@NullMarked
package dev.aisle.platform.retention;

import org.jspecify.annotations.NullMarked;
