@NullMarked
package dev.aisle.platform.sealing;

import org.jspecify.annotations.NullMarked;
