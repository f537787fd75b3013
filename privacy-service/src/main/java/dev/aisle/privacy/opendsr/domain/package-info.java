/**
 * OpenDSR's messages and what makes an address one that may be called. Plain Java.
 */
@NullMarked
package dev.aisle.privacy.opendsr.domain;

import org.jspecify.annotations.NullMarked;
