/** OpenDSR's messages as they come. Plain Java. */
@NullMarked
package dev.aisle.privacy.rights.opendsr.reading;

import org.jspecify.annotations.NullMarked;
