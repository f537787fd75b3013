/** What must be true before there is a version, and what a version consists of. */
@NullMarked
package dev.aisle.publish.release;

import org.jspecify.annotations.NullMarked;
