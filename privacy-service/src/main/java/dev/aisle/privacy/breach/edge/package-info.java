/**
 * The routes of breach reports. Only privacy officers come here.
 */
@NullMarked
package dev.aisle.privacy.breach.edge;

import org.jspecify.annotations.NullMarked;
