/** OpenDSR 2.0 over HTTP: takes the requests of controllers and says, signed, how far they are. */
@NullMarked
package dev.aisle.privacy.rights.opendsr;

import org.jspecify.annotations.NullMarked;
