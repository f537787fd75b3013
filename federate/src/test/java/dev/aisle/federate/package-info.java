@NullMarked
package dev.aisle.federate;

import org.jspecify.annotations.NullMarked;
