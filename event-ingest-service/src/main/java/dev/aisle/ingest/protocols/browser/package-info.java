/** What only browsers ask for: cross-origin access, the settings their SDKs boot from, beacons and pixels. Events go the way of every protocol, through the door. */
@NullMarked
package dev.aisle.ingest.protocols.browser;

import org.jspecify.annotations.NullMarked;
